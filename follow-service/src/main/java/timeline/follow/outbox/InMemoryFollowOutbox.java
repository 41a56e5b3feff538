package timeline.follow.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import timeline.event.FollowEvent;

/** The outbox in memory, on a clock of the caller's choice. */
public final class InMemoryFollowOutbox implements FollowOutbox {
    private final Clock clock;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private long lastNumber;

    public InMemoryFollowOutbox(Clock clock) {
        this.clock = clock;
    }

    /** Commits an event. */
    public synchronized OutboxEntry add(FollowEvent event) {
        OutboxEntry entry = new OutboxEntry(++lastNumber, event);
        rows.put(lastNumber, new Row(entry, clock.instant(), clock.instant().plus(GRACE)));
        return entry;
    }

    @Override
    public synchronized List<OutboxEntry> claim(int limit, Duration hold) {
        Instant now = clock.instant();
        List<Row> due = rows.values().stream().filter(row -> !row.dueAt.isAfter(now)).limit(limit).toList();
        List<OutboxEntry> claimed = new ArrayList<>();
        for (Row row : due) {
            rows.put(row.entry.number(), new Row(row.entry, row.createdAt, now.plus(hold)));
            claimed.add(row.entry);
        }
        return claimed;
    }

    @Override
    public synchronized void delete(Collection<Long> numbers) {
        rows.keySet().removeAll(numbers);
    }

    @Override
    public synchronized Backlog backlog() {
        Duration age = rows.isEmpty()
                ? Duration.ZERO
                : Duration.between(rows.firstEntry().getValue().createdAt, clock.instant());
        return new Backlog(rows.size(), age);
    }

    private record Row(OutboxEntry entry, Instant createdAt, Instant dueAt) {}
}
