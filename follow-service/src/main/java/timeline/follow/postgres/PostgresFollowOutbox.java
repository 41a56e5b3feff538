package timeline.follow.postgres;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.OutboxEntry;
import timeline.outbox.Backlog;

/** The table {@code follow_outbox}, on the database's clock, which all instances share. */
public final class PostgresFollowOutbox implements FollowOutbox {
    private final GraphDatabase database;

    public PostgresFollowOutbox(GraphDatabase database) {
        this.database = database;
    }

    @Override
    public List<OutboxEntry> claimPending(int limit, Duration hold) {
        return database.statement(jdbc -> ClaimOutboxEntries.run(jdbc, limit, hold));
    }

    @Override
    public void settle(Collection<Long> numbers) {
        database.statement(jdbc -> {
            DeleteOutboxEntries.run(jdbc, numbers);
            return numbers.size();
        });
    }

    @Override
    public Backlog backlog() {
        return database.statement(CountOutboxEntries::run);
    }
}
