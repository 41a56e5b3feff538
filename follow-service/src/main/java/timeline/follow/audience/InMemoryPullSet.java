package timeline.follow.audience;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The pull set in memory. */
public final class InMemoryPullSet implements PullSet {
    private final Map<UserId, PulledAuthor> authors = new HashMap<>();
    private long epoch;

    @Override
    public synchronized PulledAuthor enter(UserId author, TweetId from) {
        PulledAuthor known = authors.get(author);
        if (known == null) {
            return put(author, from, false);
        }
        boolean earlier = from.isBefore(known.from());
        return known.leaving() || earlier ? put(author, earlier ? from : known.from(), false) : known;
    }

    @Override
    public synchronized Optional<PulledAuthor> leave(UserId author) {
        return find(author).map(known -> known.leaving() ? known : put(author, known.from(), true));
    }

    @Override
    public synchronized boolean remove(UserId author, long expectedEpoch) {
        PulledAuthor known = authors.get(author);
        if (known != null && known.leaving() && known.epoch() == expectedEpoch) {
            authors.remove(author);
            epoch++;
        }
        return !authors.containsKey(author);
    }

    @Override
    public synchronized Optional<PulledAuthor> find(UserId author) {
        return Optional.ofNullable(authors.get(author));
    }

    @Override
    public synchronized long epoch() {
        return epoch;
    }

    synchronized Set<UserId> all() {
        return Set.copyOf(authors.keySet());
    }

    private PulledAuthor put(UserId author, TweetId from, boolean leaving) {
        PulledAuthor changed = new PulledAuthor(from, leaving, ++epoch);
        authors.put(author, changed);
        return changed;
    }
}
