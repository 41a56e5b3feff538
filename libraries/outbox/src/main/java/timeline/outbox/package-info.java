/**
 * From a stored event to a published one, whatever the store: an entry of the outbox is published promptly if Kafka takes it, by the relay
 * if not, and settled once the broker has it. So an event arrives at least once, and no request waits for Kafka (ADR 0002).
 */
@NullMarked
package timeline.outbox;

import org.jspecify.annotations.NullMarked;
