package timeline.eventlog;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells of the topic. A Kafka that does not answer keeps no service from its work, since the outbox waits for it; a Kafka that refuses
 * would let the outbox grow until somebody wonders, so the service is not ready then.
 */
public final class TopicHealth implements HealthIndicator {
    private final TopicSetup setup;

    public TopicHealth(TopicSetup setup) {
        this.setup = setup;
    }

    @Override
    public Health health() {
        return switch (setup.state()) {
            case TopicSetup.There() -> Health.up().build();
            case TopicSetup.Waiting waiting -> Health.up().withDetail("waits", waiting.reason()).build();
            case TopicSetup.Refused refused -> Health.outOfService()
                    .withDetail("reason", "Kafka refuses the topic " + setup.topic() + ": " + refused.reason()).build();
        };
    }
}
