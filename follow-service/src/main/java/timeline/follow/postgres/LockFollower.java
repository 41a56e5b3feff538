package timeline.follow.postgres;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;

/**
 * Takes the follower's own row, the first lock of every change of an edge: one follower's changes happen one after the other, which
 * makes the limit and the version exact, and hinders nobody else. In passing it looks whether the followee exists, without a lock:
 * users are never deleted.
 */
final class LockFollower {
    private static final String SQL = """
            SELECT following_count, EXISTS (SELECT 1 FROM users WHERE user_id = ?) AS followee_exists
            FROM users
            WHERE user_id = ?
            FOR NO KEY UPDATE OF users""";

    private LockFollower() {
    }

    /** @return empty when the follower is not registered */
    static Optional<Locked> run(JdbcClient jdbc, Follow edge) {
        return jdbc.sql(SQL).params(edge.followee().value(), edge.follower().value())
                .query((row, number) -> new Locked(row.getInt("following_count"), row.getBoolean("followee_exists")))
                .optional();
    }

    record Locked(int followingCount, boolean followeeExists) {}
}
