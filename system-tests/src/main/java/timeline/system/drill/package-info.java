/** Failure drills: break something while clients act, mend it, and let the checker judge what the clients saw. */
@NullMarked
package timeline.system.drill;

import org.jspecify.annotations.NullMarked;
