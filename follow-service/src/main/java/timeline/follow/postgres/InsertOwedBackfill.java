package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;

/** Owes the backfill of a new follow. */
final class InsertOwedBackfill {
    private static final String SQL = "INSERT INTO owed_backfills (follower_id, followee_id, number) VALUES (?, ?, ?)";

    private InsertOwedBackfill() {
    }

    static void run(JdbcClient jdbc, Follow edge, long number) {
        jdbc.sql(SQL).params(edge.follower().value(), edge.followee().value(), number).update();
    }
}
