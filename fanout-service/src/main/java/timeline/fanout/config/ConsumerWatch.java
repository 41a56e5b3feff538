package timeline.fanout.config;

import java.util.Collection;
import java.util.List;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Watches that the consumers run. A consumer that ended by itself (a Java error, a fenced group member) never comes back, while the
 * process goes on looking healthy: that is what liveness must tell, so that somebody restarts it. An outage is no reason: consumers
 * wait it out.
 */
@Component("consumers")
final class ConsumerWatch implements HealthIndicator {
    private final Collection<ConcurrentMessageListenerContainer<byte[], byte[]>> consumers;
    private final ApplicationEventPublisher events;

    ConsumerWatch(List<ConcurrentMessageListenerContainer<byte[], byte[]>> consumers,
            ApplicationEventPublisher events) {
        this.consumers = consumers;
        this.events = events;
    }

    @EventListener
    void onStopped(ConsumerStoppedEvent stopped) {
        if (stopped.getReason() != Reason.NORMAL) {
            AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        }
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (ConcurrentMessageListenerContainer<byte[], byte[]> consumer : consumers) {
            String topic = String.join(",", consumer.getContainerProperties().getTopics());
            if (!consumer.isRunning() || !consumer.isChildRunning()) {
                health.outOfService().withDetail("reason", "the consumer of " + topic + " has stopped");
            }
            health.withDetail(topic, consumer.getAssignedPartitions().size() + " partitions");
        }
        return health.build();
    }
}
