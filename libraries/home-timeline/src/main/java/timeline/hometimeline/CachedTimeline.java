package timeline.hometimeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.id.TweetId;

/**
 * One cached timeline and everything that may happen to it, one atomic step a method: what the Lua scripts do in Redis, in Java.
 * Not thread safe; {@link InMemoryHomeTimelines} takes care of that.
 *
 * <p>A floor and a token count only in the epoch in which they were written. A failover begins a new epoch, so whatever was
 * acknowledged by the old primary and never reached the new one can't be missed: the timeline reads as cold.
 */
final class CachedTimeline {
    /** From here on the timeline is complete. */
    private record Floor(TweetId from, int epoch) {}

    /** A build under way. */
    private record Token(long nonce, Instant expiry, int epoch) {}

    /** How many entries are kept when a timeline is trimmed, and from how many on it is. */
    record Bounds(int capacity, int overfull) {
        static final Bounds REAL = new Bounds(HomeTimelineReader.CAPACITY, HomeTimelineWriter.OVERFULL);
    }

    private final Bounds bounds;
    private final TreeSet<HomeTimelineEntry> entries = new TreeSet<>();
    private @Nullable Floor floor;
    private @Nullable Token token;

    CachedTimeline(Bounds bounds) {
        this.bounds = bounds;
    }

    CachedTimeline copy() {
        CachedTimeline copy = new CachedTimeline(bounds);
        copy.entries.addAll(entries);
        copy.floor = floor;
        copy.token = token;
        return copy;
    }

    CachedPage page(TweetId before, int limit, int epoch) {
        Floor valid = validFloor(epoch);
        if (valid == null) {
            return new CachedPage.Cold();
        }
        List<HomeTimelineEntry> page = entries.stream().filter(entry -> entry.tweet().isBefore(before))
                .filter(entry -> !entry.tweet().isBefore(valid.from)).limit(limit).toList();
        return new CachedPage.Ready(page, valid.from);
    }

    /** @return whether the timeline is over full, and {@link #trim} is due */
    boolean add(HomeTimelineEntry entry) {
        entries.add(entry);
        return entries.size() > bounds.overfull;
    }

    int size() {
        return entries.size();
    }

    void remove(HomeTimelineEntry entry) {
        entries.remove(entry);
    }

    boolean begin(long nonce, Instant now, Instant expiry, int epoch) {
        boolean building = token != null && token.epoch == epoch && now.isBefore(token.expiry);
        if (validFloor(epoch) != null || building) {
            return false;
        }
        floor = null;
        token = new Token(nonce, expiry, epoch);
        return true;
    }

    boolean finish(long nonce, Collection<HomeTimelineEntry> found, TweetId completeFrom, int epoch) {
        if (token == null || token.nonce != nonce || token.epoch != epoch) {
            return false;
        }
        token = null;
        floor = new Floor(completeFrom, epoch);
        entries.addAll(found);
        trim(epoch);
        return true;
    }

    boolean isBuiltBy(long nonce) {
        return token != null && token.nonce == nonce;
    }

    void backfill(Collection<HomeTimelineEntry> older, TweetId completeFrom, int epoch) {
        Floor valid = validFloor(epoch);
        if (valid != null) {
            raiseFloor(valid, completeFrom);
            entries.addAll(older);
            trim(epoch);
        } else if (token != null && token.epoch == epoch) {
            // The build under way may claim more than this backfill brings: better no claim than a wrong one.
            token = completeFrom.equals(TweetId.EARLIEST) ? token : null;
            entries.addAll(older);
        }
    }

    /**
     * Keeps the newest entries, and claims no more than what it keeps. A timeline without a floor has nowhere to write down what
     * was cut off, so it is given up instead.
     *
     * @return whether the timeline is still worth keeping
     */
    boolean trim(int epoch) {
        Floor valid = validFloor(epoch);
        if (valid == null) {
            return false;
        }
        if (entries.size() > bounds.capacity) {
            while (entries.size() > bounds.capacity) {
                entries.pollLast();
            }
            raiseFloor(valid, entries.last().tweet());
        }
        return true;
    }

    private void raiseFloor(Floor valid, TweetId from) {
        floor = valid.from.isBefore(from) ? new Floor(from, valid.epoch) : valid;
    }

    private @Nullable Floor validFloor(int epoch) {
        return floor != null && floor.epoch == epoch ? floor : null;
    }
}
