/**
 * The outbox of the graph: how a change becomes an event without a transaction over PostgreSQL and Kafka. The event is a row, committed
 * with the change; it is published promptly, by the relay if not, and settled when the broker has it. So events arrive at least once, and
 * a follow never waits for Kafka. What is the same for tweets is in {@code timeline.outbox}.
 */
@NullMarked
package timeline.follow.outbox;

import org.jspecify.annotations.NullMarked;
