/** The event stream in Kafka. */
@NullMarked
package timeline.tweet.kafka;

import org.jspecify.annotations.NullMarked;
