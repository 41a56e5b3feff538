package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;

/** Removes a debt along with its edge. */
final class DeleteOwedBackfill {
    private static final String SQL = "DELETE FROM owed_backfills WHERE follower_id = ? AND followee_id = ?";

    private DeleteOwedBackfill() {
    }

    static void run(JdbcClient jdbc, Follow edge) {
        jdbc.sql(SQL).params(edge.follower().value(), edge.followee().value()).update();
    }
}
