/** Tests. */
@NullMarked
package timeline.home.bodies;

import org.jspecify.annotations.NullMarked;
