/** The wiring: which technology stands behind which arrow, and with which settings. */
@NullMarked
package timeline.home.config;

import org.jspecify.annotations.NullMarked;
