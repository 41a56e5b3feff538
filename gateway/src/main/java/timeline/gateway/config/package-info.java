/** The wiring of the gateway. */
@NullMarked
package timeline.gateway.config;

import org.jspecify.annotations.NullMarked;
