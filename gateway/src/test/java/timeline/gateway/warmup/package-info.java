@NullMarked
package timeline.gateway.warmup;

import org.jspecify.annotations.NullMarked;
