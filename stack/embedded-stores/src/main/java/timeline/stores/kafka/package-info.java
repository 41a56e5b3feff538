/** One Kafka node in KRaft mode, broker and controller in one process. */
@NullMarked
package timeline.stores.kafka;

import org.jspecify.annotations.NullMarked;
