package timeline.follow.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import timeline.follow.GraphUnavailableException;
import timeline.follow.audience.PushThreshold;
import timeline.follow.postgres.GraphSchema;

/** The service can answer nothing without PostgreSQL, so readiness looks at it. Kafka is not asked: the outbox waits for it. */
@Component("postgres")
final class GraphHealth implements HealthIndicator {
    private final GraphSchema schema;
    private final PushThreshold threshold;

    GraphHealth(GraphSchema schema, PushThreshold threshold) {
        this.schema = schema;
        this.threshold = threshold;
    }

    @Override
    public Health health() {
        if (!schema.ready()) {
            return Health.outOfService().withDetail("reason", schema.missing()).build();
        }
        try {
            threshold.followers();
            return Health.up().build();
        } catch (GraphUnavailableException outage) {
            return Health.outOfService().withDetail("reason", String.valueOf(outage.getMessage())).build();
        }
    }
}
