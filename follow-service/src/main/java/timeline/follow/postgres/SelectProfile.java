package timeline.follow.postgres;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Profile;
import timeline.id.UserId;

/** A user with both counts, of one snapshot. */
final class SelectProfile {
    private static final String SQL = """
            SELECT user_id, username, created_at, following_count,
                   (SELECT coalesce(sum(followers), 0)::bigint FROM follower_counts c WHERE c.user_id = u.user_id) AS follower_count
            FROM users u
            WHERE user_id = ?""";

    private SelectProfile() {
    }

    static Optional<Profile> run(JdbcClient jdbc, UserId id) {
        return jdbc.sql(SQL).param(id.value()).query((row, number) -> new Profile(SelectUser.user(row),
                row.getLong("follower_count"), row.getLong("following_count"))).optional();
    }
}
