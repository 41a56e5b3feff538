package timeline.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** An outbox in memory, whose entries are numbers. Everything in it is pending. */
final class OwedNumbers implements Settler<Long> {
    private final List<Long> owed = new ArrayList<>();
    private long last;
    private long unsettled;
    private boolean away;

    synchronized List<Long> owe(int count) {
        List<Long> added = LongStream.rangeClosed(last + 1, last + count).boxed().toList();
        owed.addAll(added);
        last += count;
        return added;
    }

    synchronized List<Long> pending(int limit) {
        return owed.stream().limit(limit).toList();
    }

    synchronized int count() {
        return owed.size();
    }

    synchronized void setAway(boolean isAway) {
        away = isAway;
    }

    @Override
    public synchronized CompletableFuture<Boolean> settle(Long entry) {
        if (away) {
            unsettled++;
            return CompletableFuture.completedFuture(false);
        }
        return CompletableFuture.completedFuture(owed.remove(entry));
    }

    @Override
    public synchronized long unsettled() {
        return unsettled;
    }
}
