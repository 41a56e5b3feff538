package timeline.tweet.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import timeline.tweet.cassandra.WritePathSchema;
import timeline.tweet.id.WorkerIdLease;
import timeline.tweetstore.cassandra.CassandraSession;

/**
 * The service can answer nothing without Cassandra, so readiness looks at it: the worker id, renewed every 3 s, is proof of a Cassandra that
 * decided something within the last 12 s. Kafka is not asked: the outbox waits for it.
 */
@Component("cassandra")
final class WritePathHealth implements HealthIndicator {
    private final CassandraSession session;
    private final WritePathSchema schema;
    private final WorkerIdLease lease;

    WritePathHealth(CassandraSession session, WritePathSchema schema, WorkerIdLease lease) {
        this.session = session;
        this.schema = schema;
        this.lease = lease;
    }

    @Override
    public Health health() {
        if (!session.isConnected()) {
            return out("Cassandra was not reached yet");
        }
        if (!schema.isApplied()) {
            return out("the tables are not there yet");
        }
        return lease.isHeld() ? Health.up().build() : out("no worker id is held: Cassandra does not decide");
    }

    private static Health out(String reason) {
        return Health.outOfService().withDetail("reason", reason).build();
    }
}
