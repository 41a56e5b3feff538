package timeline.home.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import timeline.tweetstore.cassandra.CassandraSession;

/**
 * The tweets are what a read can't do without; cache and graph have substitutes, and are not asked. An outage that comes later takes
 * no instance out: it would take all of them out, and their answers say more than none.
 */
@Component("cassandra")
final class TweetsHealth implements HealthIndicator {
    private final CassandraSession session;

    TweetsHealth(CassandraSession session) {
        this.session = session;
    }

    @Override
    public Health health() {
        return session.isConnected()
                ? Health.up().build()
                : Health.outOfService().withDetail("reason", "not connected to Cassandra yet").build();
    }
}
