package timeline.follow.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.audience.PullSet;
import timeline.id.Snowflake;
import timeline.id.UserId;

/** Marks a pulled author as leaving. */
final class MarkLeaving {
    private static final String SQL = """
            UPDATE pulled_authors
            SET pulled_until = ((extract(epoch FROM clock_timestamp()) * 1000)::bigint - ?) * ?, epoch = ?
            WHERE author_id = ? AND pulled_until IS NULL""";

    /** The milliseconds of an id count from the epoch of ids, and this one lies in the future. */
    private static final long BEFORE_NOW_MILLIS = Snowflake.EPOCH_MILLIS - PullSet.PULLED_ON.toMillis();

    private MarkLeaving() {
    }

    /** @return whether that changed anything */
    static boolean run(JdbcClient jdbc, UserId author, long epoch) {
        return jdbc.sql(SQL).params(BEFORE_NOW_MILLIS, Snowflake.IDS_PER_MILLISECOND, epoch, author.value())
                .update() == 1;
    }
}
