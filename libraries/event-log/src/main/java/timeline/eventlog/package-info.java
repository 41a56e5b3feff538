/**
 * The event log as it is in Kafka: what the topics are, who makes them, and how whoever writes to them waits. What the events say is in
 * the contracts, which know no Kafka.
 */
@NullMarked
package timeline.eventlog;

import org.jspecify.annotations.NullMarked;
