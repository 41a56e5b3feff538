package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.audience.FollowingVersion;
import timeline.id.UserId;

/** Both halves of the version, in one snapshot: a read of one row by its key, and of a table of one row. */
final class SelectFollowingVersion {
    private static final String SQL = """
            SELECT coalesce((SELECT following_version FROM users WHERE user_id = ?), 0) AS follows,
                   (SELECT epoch FROM pull_set) AS epoch""";

    private SelectFollowingVersion() {
    }

    static FollowingVersion run(JdbcClient jdbc, UserId user) {
        return jdbc.sql(SQL).param(user.value())
                .query((row, number) -> new FollowingVersion(row.getLong("follows"), row.getLong("epoch"))).single();
    }
}
