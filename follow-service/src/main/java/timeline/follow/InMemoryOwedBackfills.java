package timeline.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import timeline.id.UserId;

/** The debts in memory, beside the edges whose store writes them. */
public final class InMemoryOwedBackfills implements OwedBackfills {
    private record Since(OwedBackfill owed, Instant time) {}

    private final Map<Follow, Since> debts = new LinkedHashMap<>();
    private final Map<UserId, Long> settled = new HashMap<>();
    private final InstantSource clock;

    public InMemoryOwedBackfills(InstantSource clock) {
        this.clock = clock;
    }

    /** With its follow. */
    public synchronized void owe(OwedBackfill owed) {
        debts.put(new Follow(owed.follower(), owed.author()), new Since(owed, clock.instant()));
    }

    /** With its edge. */
    public synchronized void forget(Follow edge) {
        debts.remove(edge);
    }

    /** Whether the follower's timeline may lack tweets of whom they follow. */
    public synchronized Optional<OwedBackfill> of(Follow edge) {
        return Optional.ofNullable(debts.get(edge)).map(Since::owed);
    }

    /** How many debts to a follower have been settled. */
    public synchronized long settled(UserId follower) {
        return settled.getOrDefault(follower, 0L);
    }

    @Override
    public synchronized void settle(Collection<OwedBackfill> paid) {
        for (OwedBackfill owed : paid) {
            if (debts.values().removeIf(debt -> debt.owed().equals(owed))) {
                settled.merge(owed.follower(), 1L, Long::sum);
            }
        }
    }

    @Override
    public synchronized List<OwedBackfill> oldest(Duration owedFor, int limit) {
        Instant latest = clock.instant().minus(owedFor);
        return debts.values().stream().filter(debt -> !debt.time().isAfter(latest)).map(Since::owed).limit(limit)
                .toList();
    }
}
