package timeline.follow.postgres;

import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.OwedBackfill;

/** Removes debts that are paid, many at once, and makes a new version of what their followers read from. */
final class SettleOwedBackfills {
    /** Each follower's own row first, as in every change of an edge, and of many followers always in the same order. */
    private static final String LOCK = """
            SELECT count(*)
            FROM (SELECT 1 FROM users WHERE user_id = ANY (?) ORDER BY user_id FOR NO KEY UPDATE) followers""";
    private static final String DELETE = """
            DELETE FROM owed_backfills owed
            USING unnest(?, ?, ?) AS paid (follower_id, followee_id, number)
            WHERE owed.follower_id = paid.follower_id AND owed.followee_id = paid.followee_id AND owed.number = paid.number
            RETURNING owed.follower_id""";
    private static final String NEW_VERSION = "UPDATE users SET following_version = following_version + 1 WHERE user_id = ANY (?)";

    private SettleOwedBackfills() {
    }

    /** In a transaction. */
    static void run(JdbcClient jdbc, Collection<OwedBackfill> paid) {
        long[] followers = column(paid, owed -> owed.follower().value());
        long _ = jdbc.sql(LOCK).param(followers).query(Long.class).single();
        List<Long> told = jdbc.sql(DELETE)
                .params(followers, column(paid, owed -> owed.author().value()), column(paid, OwedBackfill::number))
                .query((row, number) -> row.getLong("follower_id")).list();
        if (!told.isEmpty()) {
            jdbc.sql(NEW_VERSION).param(told.stream().mapToLong(Long::longValue).toArray()).update();
        }
    }

    private static long[] column(Collection<OwedBackfill> paid, ToLongFunction<OwedBackfill> value) {
        return paid.stream().mapToLong(value).toArray();
    }
}
