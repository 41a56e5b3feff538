/** What the services tell about themselves. */
@NullMarked
package timeline.chassis.telemetry;

import org.jspecify.annotations.NullMarked;
