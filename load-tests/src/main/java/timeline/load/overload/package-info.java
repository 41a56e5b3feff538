/** {@code ./timeline bench overload}: what is left of the system when many times more is asked of it than it can do. */
@NullMarked
package timeline.load.overload;

import org.jspecify.annotations.NullMarked;
