package timeline.follow.postgres;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.OwedBackfill;
import timeline.id.UserId;

/** The oldest debts. */
final class SelectOwedBackfills {
    private static final String SQL = """
            SELECT follower_id, followee_id, number FROM owed_backfills
            WHERE owed_since <= clock_timestamp() - ? * interval '1 millisecond'
            ORDER BY owed_since LIMIT ?""";

    private SelectOwedBackfills() {
    }

    static List<OwedBackfill> run(JdbcClient jdbc, Duration owedFor, int limit) {
        return jdbc.sql(SQL).params(owedFor.toMillis(), limit)
                .query((row, number) -> new OwedBackfill(new UserId(row.getLong("follower_id")),
                        new UserId(row.getLong("followee_id")), row.getLong("number")))
                .list();
    }
}
