/** The wiring: auto-configuration, so that a service only depends on the chassis. */
@NullMarked
package timeline.chassis.config;

import org.jspecify.annotations.NullMarked;
