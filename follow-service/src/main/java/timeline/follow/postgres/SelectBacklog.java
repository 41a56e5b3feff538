package timeline.follow.postgres;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.outbox.FollowOutbox.Backlog;

/** How much waits in the outbox, and since when. Counts every row: there are few, or else something is wrong that is worth it. */
final class SelectBacklog {
    private static final String SQL = """
            SELECT count(*) AS events,
                   coalesce(extract(epoch FROM clock_timestamp() - min(created_at)) * 1000, 0)::bigint AS age_ms
            FROM follow_outbox""";

    private SelectBacklog() {
    }

    static Backlog run(JdbcClient jdbc) {
        return jdbc.sql(SQL).query((row, number) -> new Backlog(row.getLong("events"),
                Duration.ofMillis(Math.max(0, row.getLong("age_ms"))))).single();
    }
}
