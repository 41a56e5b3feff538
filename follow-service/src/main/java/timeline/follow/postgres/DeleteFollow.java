package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;

/** Removes an edge, if it is there. */
final class DeleteFollow {
    private static final String SQL = "DELETE FROM follows WHERE follower_id = ? AND followee_id = ?";

    private DeleteFollow() {
    }

    static boolean run(JdbcClient jdbc, Follow edge) {
        return jdbc.sql(SQL).params(edge.follower().value(), edge.followee().value()).update() == 1;
    }
}
