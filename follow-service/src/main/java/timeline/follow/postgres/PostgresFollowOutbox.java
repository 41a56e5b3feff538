package timeline.follow.postgres;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.OutboxEntry;

/** The table {@code follow_outbox}, on the database's clock, which all instances share. */
public final class PostgresFollowOutbox implements FollowOutbox {
    private final GraphDatabase database;

    public PostgresFollowOutbox(GraphDatabase database) {
        this.database = database;
    }

    @Override
    public List<OutboxEntry> claim(int limit, Duration hold) {
        return database.statement(jdbc -> ClaimEvents.run(jdbc, limit, hold));
    }

    @Override
    public void delete(Collection<Long> numbers) {
        database.statement(jdbc -> {
            DeleteEvents.run(jdbc, numbers);
            return numbers.size();
        });
    }

    @Override
    public Backlog backlog() {
        return database.statement(SelectBacklog::run);
    }
}
