package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.id.UserId;

/** Counts a change of whom a user follows, and makes a new version of it. */
final class CountFollowing {
    private static final String SQL = """
            UPDATE users
            SET following_count = following_count + ?, following_version = following_version + 1
            WHERE user_id = ?""";

    private CountFollowing() {
    }

    static void run(JdbcClient jdbc, UserId follower, int change) {
        jdbc.sql(SQL).params(change, follower.value()).update();
    }
}
