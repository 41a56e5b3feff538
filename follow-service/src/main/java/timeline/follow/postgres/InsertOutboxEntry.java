package timeline.follow.postgres;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.follow.outbox.OutboxEntry;

/** Commits an event with its change, held for a while by the instance that makes the change. */
final class InsertOutboxEntry {
    private static final String SQL = """
            INSERT INTO follow_outbox (follower_id, followee_id, followed, follow_number, due_at)
            VALUES (?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
            RETURNING number""";

    private InsertOutboxEntry() {
    }

    static OutboxEntry run(JdbcClient jdbc, FollowEvent event, Duration hold) {
        Long number = jdbc.sql(SQL).param(event.follower().value()).param(event.author().value())
                .param(event instanceof Followed).param(followNumber(event)).param(hold.toMillis())
                .query(Long.class).single();
        return new OutboxEntry(number, event);
    }

    private static @Nullable Long followNumber(FollowEvent event) {
        return event instanceof Followed followed ? followed.number().orElse(null) : null;
    }
}
