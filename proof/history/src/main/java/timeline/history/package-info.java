/**
 * What clients saw, and whether it keeps the promises. A history holds nothing that a client could not know: the checker judges the
 * system from outside, in the manner of Jepsen (Kingsbury, jepsen.io).
 */
@NullMarked
package timeline.history;

import org.jspecify.annotations.NullMarked;
