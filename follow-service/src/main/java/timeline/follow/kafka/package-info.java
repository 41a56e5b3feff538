/** Follow events in Kafka: topic {@code follows}, keyed by the followee. */
@NullMarked
package timeline.follow.kafka;

import org.jspecify.annotations.NullMarked;
