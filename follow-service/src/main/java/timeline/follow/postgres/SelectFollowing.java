package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.audience.Following;
import timeline.follow.audience.FollowingVersion;
import timeline.id.UserId;

/**
 * What a reader reads from. One statement, so one snapshot: the version, the accounts and the pull set belong together, as in a
 * REPEATABLE READ transaction but without its three further round trips.
 */
final class SelectFollowing {
    private static final String SQL = """
            SELECT coalesce((SELECT following_version FROM users WHERE user_id = ?), 0) AS follows,
                   (SELECT epoch FROM pull_set) AS epoch,
                   array_send(ARRAY(SELECT followee_id FROM follows WHERE follower_id = ? ORDER BY followee_id)) AS following,
                   array_send(ARRAY(SELECT p.author_id FROM pulled_authors p
                                    JOIN follows f ON f.follower_id = ? AND f.followee_id = p.author_id
                                    ORDER BY p.author_id)) AS pulled""";

    private SelectFollowing() {
    }

    static Following run(JdbcClient jdbc, UserId user) {
        return jdbc.sql(SQL).params(user.value(), user.value(), user.value()).query((row, number) -> new Following(
                new FollowingVersion(row.getLong("follows"), row.getLong("epoch")),
                BinaryIds.decode(row.getBytes("following")), BinaryIds.decode(row.getBytes("pulled")))).single();
    }
}
