@NullMarked
package timeline.edge.telemetry;

import org.jspecify.annotations.NullMarked;
