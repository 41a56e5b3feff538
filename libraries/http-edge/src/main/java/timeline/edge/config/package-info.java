/** The wiring: auto-configuration, so that a service only depends on this library. */
@NullMarked
package timeline.edge.config;

import org.jspecify.annotations.NullMarked;
