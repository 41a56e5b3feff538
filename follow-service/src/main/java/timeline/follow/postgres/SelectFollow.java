package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;

/** Whether an edge is there. It stays so for a transaction that holds the follower's row. */
final class SelectFollow {
    private static final String SQL = "SELECT EXISTS (SELECT 1 FROM follows WHERE follower_id = ? AND followee_id = ?)";

    private SelectFollow() {
    }

    static boolean run(JdbcClient jdbc, Follow edge) {
        return jdbc.sql(SQL).params(edge.follower().value(), edge.followee().value()).query(Boolean.class).single();
    }
}
