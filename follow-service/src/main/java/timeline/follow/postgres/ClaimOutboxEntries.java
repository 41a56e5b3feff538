package timeline.follow.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.follow.outbox.OutboxEntry;
import timeline.id.UserId;

/**
 * Takes pending entries by moving the time at which they are due. The locks end with the statement: no transaction stays open while the
 * broker is waited for. Rows that another relay is taking are skipped.
 */
final class ClaimOutboxEntries {
    private static final String SQL = """
            UPDATE follow_outbox
            SET due_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE number IN (SELECT number FROM follow_outbox WHERE due_at <= clock_timestamp()
                             ORDER BY number LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING number, follower_id, followee_id, followed, follow_number""";

    private ClaimOutboxEntries() {
    }

    static List<OutboxEntry> run(JdbcClient jdbc, int limit, Duration hold) {
        return jdbc.sql(SQL).params(hold.toMillis(), limit)
                .query((row, number) -> new OutboxEntry(row.getLong("number"), event(row)))
                .list().stream().sorted(Comparator.comparingLong(OutboxEntry::number)).toList();
    }

    private static FollowEvent event(ResultSet row) throws SQLException {
        UserId follower = new UserId(row.getLong("follower_id"));
        UserId followee = new UserId(row.getLong("followee_id"));
        return row.getBoolean("followed")
                ? new Followed(follower, followee, Optional.ofNullable(row.getObject("follow_number", Long.class)))
                : new Unfollowed(follower, followee);
    }
}
