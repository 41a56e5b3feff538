/**
 * The transactional outbox: how a change of the graph becomes an event without a transaction over PostgreSQL and Kafka. The event is
 * a row, committed with the change; it is published right after, best effort, and deleted when the broker has it. A relay publishes
 * what was left behind. So events arrive at least once, and a follow never waits for Kafka.
 */
@NullMarked
package timeline.follow.outbox;

import org.jspecify.annotations.NullMarked;
