/** Far more requests than can be answered, from clients who do not take no for an answer, and what is left when they have gone. */
@NullMarked
package timeline.drill.spike;

import org.jspecify.annotations.NullMarked;
