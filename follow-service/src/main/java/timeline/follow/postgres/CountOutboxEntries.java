package timeline.follow.postgres;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.outbox.Backlog;

/** How much waits in the outbox, and since when. Counts every row: there are few, or else something is wrong that is worth it. */
final class CountOutboxEntries {
    private static final String SQL = """
            SELECT count(*) AS entries,
                   coalesce(extract(epoch FROM clock_timestamp() - min(created_at)) * 1000, 0)::bigint AS age_ms
            FROM follow_outbox""";

    private CountOutboxEntries() {
    }

    static Backlog run(JdbcClient jdbc) {
        return jdbc.sql(SQL).query((row, number) -> new Backlog(row.getLong("entries"),
                Duration.ofMillis(Math.max(0, row.getLong("age_ms"))))).single();
    }
}
