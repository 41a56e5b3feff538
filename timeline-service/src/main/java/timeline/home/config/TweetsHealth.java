package timeline.home.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import timeline.home.owed.Ceiling;
import timeline.tweetstore.cassandra.CassandraSession;

/**
 * The tweets are what a read can't do without; cache and graph have substitutes, and are not asked. An outage that comes later takes
 * no instance out: it would take all of them out, and their answers say more than none.
 */
@Component("cassandra")
final class TweetsHealth implements HealthIndicator {
    private final CassandraSession session;
    private final Ceiling ceiling;

    TweetsHealth(CassandraSession session, Ceiling ceiling) {
        this.session = session;
        this.ceiling = ceiling;
    }

    @Override
    public Health health() {
        if (!session.isConnected()) {
            return Health.outOfService().withDetail("reason", "not connected to Cassandra yet").build();
        }
        return ceiling.age().isPresent()
                ? Health.up().build()
                : Health.outOfService().withDetail("reason", "what is owed has not been looked at yet").build();
    }
}
