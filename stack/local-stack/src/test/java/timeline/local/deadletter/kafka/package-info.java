@NullMarked
package timeline.local.deadletter.kafka;

import org.jspecify.annotations.NullMarked;
