package timeline.fanout.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import timeline.tweetstore.cassandra.CassandraSession;

/** Backfills read the database. Whether it answers at this moment is seen by whoever asks it; here only whether it was ever reached. */
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
