package timeline.follow.postgres;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.NumberedFollow;
import timeline.follow.Username;
import timeline.id.UserId;

/** A page of the public list of a user's followers. */
final class SelectFollowers {
    private static final String SQL = """
            SELECT f.number, u.user_id, u.username
            FROM (SELECT number, follower_id FROM follows
                  WHERE followee_id = ? AND number < ? ORDER BY number DESC LIMIT ?) f
            JOIN users u ON u.user_id = f.follower_id
            ORDER BY f.number DESC""";

    private SelectFollowers() {
    }

    static List<NumberedFollow> run(JdbcClient jdbc, UserId followee, long before, int limit) {
        return jdbc.sql(SQL).params(followee.value(), before, limit)
                .query((row, number) -> new NumberedFollow(row.getLong("number"), new UserId(row.getLong("user_id")),
                        new Username(row.getString("username"))))
                .list();
    }
}
