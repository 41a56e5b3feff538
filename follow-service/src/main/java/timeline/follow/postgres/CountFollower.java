package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;
import timeline.follow.FollowerCount;

/**
 * Counts a follower of a user in the follower's shard. The last statement of its transaction: the shard is the only row that the
 * followers of one account share, and is held for as long as the commit takes.
 */
final class CountFollower {
    private static final String ADD = """
            INSERT INTO follower_counts AS counts (user_id, shard, followers) VALUES (?, ?, 1)
            ON CONFLICT (user_id, shard) DO UPDATE SET followers = counts.followers + 1""";

    private static final String SUBTRACT = """
            UPDATE follower_counts SET followers = followers - 1 WHERE user_id = ? AND shard = ?""";

    private CountFollower() {
    }

    static void add(JdbcClient jdbc, Follow edge) {
        run(jdbc, ADD, edge);
    }

    static void subtract(JdbcClient jdbc, Follow edge) {
        run(jdbc, SUBTRACT, edge);
    }

    private static void run(JdbcClient jdbc, String sql, Follow edge) {
        jdbc.sql(sql).params(edge.followee().value(), FollowerCount.shardOf(edge.follower())).update();
    }
}
