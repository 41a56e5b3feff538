/** The wiring: which class stands behind which port, and with what settings. */
@NullMarked
package timeline.follow.config;

import org.jspecify.annotations.NullMarked;
