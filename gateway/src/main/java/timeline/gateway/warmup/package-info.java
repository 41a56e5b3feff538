/** The gateway warms the whole chain behind it before it takes requests (ADR 0024). */
@NullMarked
package timeline.gateway.warmup;

import org.jspecify.annotations.NullMarked;
