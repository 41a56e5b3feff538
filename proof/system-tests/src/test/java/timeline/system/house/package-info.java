/** The house itself: how its packages hang together, and what its jars hold. */
@NullMarked
package timeline.system.house;

import org.jspecify.annotations.NullMarked;
