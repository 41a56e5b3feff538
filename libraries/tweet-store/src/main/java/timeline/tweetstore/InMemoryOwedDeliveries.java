package timeline.tweetstore;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The in-memory twin of the book of debts, a part of {@link InMemoryTweets}. Thread-safe. */
public final class InMemoryOwedDeliveries implements OwedDeliveries {
    private final Set<OwedDelivery> owed = new LinkedHashSet<>();

    InMemoryOwedDeliveries() {
    }

    @Override
    public synchronized List<OwedDelivery> pending(Instant writtenBefore, int limit) {
        return owed.stream().filter(entry -> entry.writtenAt().isBefore(writtenBefore))
                .sorted(Comparator.comparing(OwedDelivery::writtenAt)).limit(limit).toList();
    }

    @Override
    public synchronized List<OwedDelivery> writtenSince(Instant time) {
        return owed.stream().filter(entry -> !entry.writtenAt().isBefore(time)).toList();
    }

    @Override
    public synchronized Newest newest(int limit) {
        return new Newest(owed.stream().sorted(Comparator.comparing(OwedDelivery::writtenAt).reversed()).limit(limit)
                .toList(), owed.size() <= limit);
    }

    @Override
    public synchronized void settle(Collection<OwedDelivery> delivered) {
        owed.removeAll(Set.copyOf(delivered));
    }

    synchronized void owe(OwedDelivery entry) {
        owed.add(entry);
    }
}
