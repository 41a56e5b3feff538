package timeline.follow.postgres;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.audience.Following;
import timeline.follow.audience.FollowingVersion;
import timeline.follow.audience.UserIds;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * What a reader reads from. One statement, so one snapshot: the version, the accounts and the pull set belong together, as in a
 * REPEATABLE READ transaction but without its three further round trips.
 */
final class SelectFollowing {
    private static final String SQL = """
            WITH pulled AS MATERIALIZED (SELECT p.author_id, p.pulled_until FROM pulled_authors p
                                         JOIN follows f ON f.follower_id = ? AND f.followee_id = p.author_id
                                         WHERE f.made_while_leaving IS DISTINCT FROM p.epoch)
            SELECT coalesce((SELECT following_version FROM users WHERE user_id = ?), 0) AS follows,
                   (SELECT epoch FROM pull_set) AS epoch,
                   array_send(ARRAY(SELECT followee_id FROM follows WHERE follower_id = ? ORDER BY followee_id)) AS following,
                   array_send(ARRAY(SELECT author_id FROM pulled ORDER BY author_id)) AS pulled,
                   array_send(ARRAY(SELECT author_id FROM pulled WHERE pulled_until IS NOT NULL ORDER BY author_id)) AS leaving,
                   array_send(ARRAY(SELECT pulled_until FROM pulled WHERE pulled_until IS NOT NULL ORDER BY author_id)) AS until,
                   array_send(ARRAY(SELECT followee_id FROM owed_backfills WHERE follower_id = ? ORDER BY followee_id)) AS owed""";

    private SelectFollowing() {
    }

    static Following run(JdbcClient jdbc, UserId user) {
        return jdbc.sql(SQL).params(user.value(), user.value(), user.value(), user.value())
                .query((row, number) -> new Following(
                        new FollowingVersion(row.getLong("follows"), row.getLong("epoch")),
                        BinaryIds.decode(row.getBytes("following")), BinaryIds.decode(row.getBytes("pulled")),
                        leaving(BinaryIds.decode(row.getBytes("leaving")), BinaryIds.decode(row.getBytes("until"))),
                        BinaryIds.decode(row.getBytes("owed"))))
                .single();
    }

    private static Map<UserId, TweetId> leaving(UserIds authors, UserIds until) {
        long[] ends = until.toArray();
        Map<UserId, TweetId> leaving = new HashMap<>();
        authors.stream().forEach(author -> leaving.put(new UserId(author), new TweetId(ends[leaving.size()])));
        return leaving;
    }
}
