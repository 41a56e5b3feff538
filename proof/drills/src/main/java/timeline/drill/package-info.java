/** Failure drills: break something while clients act, mend it, and let the checker judge what the clients saw. */
@NullMarked
package timeline.drill;

import org.jspecify.annotations.NullMarked;
