/** The way of a request through the gateway: limited, routed, passed on, answered. */
@NullMarked
package timeline.gateway.http;

import org.jspecify.annotations.NullMarked;
