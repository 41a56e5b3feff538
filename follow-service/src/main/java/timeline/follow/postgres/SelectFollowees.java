package timeline.follow.postgres;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.NumberedFollow;
import timeline.follow.Username;
import timeline.id.UserId;

/** A page of the public list of whom a user follows. */
final class SelectFollowees {
    private static final String SQL = """
            SELECT f.number, u.user_id, u.username
            FROM (SELECT number, followee_id FROM follows
                  WHERE follower_id = ? AND number < ? ORDER BY number DESC LIMIT ?) f
            JOIN users u ON u.user_id = f.followee_id
            ORDER BY f.number DESC""";

    private SelectFollowees() {
    }

    static List<NumberedFollow> run(JdbcClient jdbc, UserId follower, long before, int limit) {
        return jdbc.sql(SQL).params(follower.value(), before, limit)
                .query((row, number) -> new NumberedFollow(row.getLong("number"), new UserId(row.getLong("user_id")),
                        new Username(row.getString("username"))))
                .list();
    }
}
