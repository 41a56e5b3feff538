/** The topics as they are in Kafka: what their owners and their readers must agree on beside the events themselves. */
@NullMarked
package timeline.event.kafka;

import org.jspecify.annotations.NullMarked;
