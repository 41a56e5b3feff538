/** What the services tell about themselves. */
@NullMarked
package timeline.edge.telemetry;

import org.jspecify.annotations.NullMarked;
