package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;

/** Owes the backfill of a new follow. */
final class InsertOwedBackfill {
    /** A debt may be there already: of an earlier follow, whose edge was removed by an instance that knows of no debts. */
    private static final String SQL = """
            INSERT INTO owed_backfills (follower_id, followee_id, number) VALUES (?, ?, ?)
            ON CONFLICT (follower_id, followee_id) DO UPDATE SET number = excluded.number, owed_since = excluded.owed_since""";

    private InsertOwedBackfill() {
    }

    static void run(JdbcClient jdbc, Follow edge, long number) {
        jdbc.sql(SQL).params(edge.follower().value(), edge.followee().value(), number).update();
    }
}
