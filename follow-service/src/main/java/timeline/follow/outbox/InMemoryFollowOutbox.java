package timeline.follow.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import timeline.event.FollowEvent;
import timeline.outbox.Backlog;

/** The outbox in memory, on a clock of the caller's choice. */
public final class InMemoryFollowOutbox implements FollowOutbox {
    private final Clock clock;
    private final Duration leftOverAfter;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private long lastNumber;

    /** @param leftOverAfter how long whoever commits an event holds its entry */
    public InMemoryFollowOutbox(Clock clock, Duration leftOverAfter) {
        this.clock = clock;
        this.leftOverAfter = leftOverAfter;
    }

    /** Commits an event. */
    public synchronized OutboxEntry add(FollowEvent event) {
        OutboxEntry entry = new OutboxEntry(++lastNumber, event);
        rows.put(lastNumber, new Row(entry, clock.instant(), clock.instant().plus(leftOverAfter)));
        return entry;
    }

    @Override
    public synchronized List<OutboxEntry> claimPending(int limit, Duration hold) {
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
    public synchronized void settle(Collection<Long> numbers) {
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
