/** Dead letters: what the fan-out could not make sense of, and what becomes of it (G10). Knows no Kafka; its sub-package does. */
@NullMarked
package timeline.local.deadletter;

import org.jspecify.annotations.NullMarked;
