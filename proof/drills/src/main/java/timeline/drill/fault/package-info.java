/** What can go wrong with a stack, seen to have gone wrong, and put right again. */
@NullMarked
package timeline.drill.fault;

import org.jspecify.annotations.NullMarked;
