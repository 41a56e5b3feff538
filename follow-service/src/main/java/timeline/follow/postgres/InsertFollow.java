package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;

/** Adds an edge that is not there. */
final class InsertFollow {
    private static final String SQL = """
            INSERT INTO follows (follower_id, followee_id, made_while_leaving)
            VALUES (?, ?, (SELECT epoch FROM pulled_authors WHERE author_id = ? AND pulled_until IS NOT NULL))
            RETURNING number""";

    private InsertFollow() {
    }

    /** @return the follow's number */
    static long run(JdbcClient jdbc, Follow edge) {
        return jdbc.sql(SQL).params(edge.follower().value(), edge.followee().value(), edge.followee().value())
                .query(Long.class).single();
    }
}
