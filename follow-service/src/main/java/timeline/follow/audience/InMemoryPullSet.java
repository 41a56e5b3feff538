package timeline.follow.audience;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The pull set in memory. */
public final class InMemoryPullSet implements PullSet {
    private final Map<UserId, PulledAuthor> authors = new HashMap<>();
    private final InstantSource clock;
    private long epoch;

    public InMemoryPullSet(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized PulledAuthor enter(UserId author, TweetId from) {
        PulledAuthor known = authors.get(author);
        if (known == null) {
            return put(author, from, Optional.empty());
        }
        boolean earlier = from.isBefore(known.from());
        return known.isLeaving() || earlier ? put(author, earlier ? from : known.from(), Optional.empty()) : known;
    }

    @Override
    public synchronized Optional<PulledAuthor> leave(UserId author) {
        return find(author).map(known -> known.isLeaving() ? known : leaving(author, known));
    }

    @Override
    public synchronized boolean remove(UserId author, long expectedEpoch) {
        PulledAuthor known = authors.get(author);
        if (known != null && known.isLeaving() && known.epoch() == expectedEpoch) {
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

    /** The epoch of an author who is on the way out. */
    public synchronized Optional<Long> leavingSince(UserId author) {
        return find(author).filter(PulledAuthor::isLeaving).map(PulledAuthor::epoch);
    }

    private PulledAuthor leaving(UserId author, PulledAuthor known) {
        return put(author, known.from(), Optional.of(TweetId.firstOf(clock.instant().plus(PULLED_ON))));
    }

    private PulledAuthor put(UserId author, TweetId from, Optional<TweetId> until) {
        PulledAuthor changed = new PulledAuthor(from, until, ++epoch);
        authors.put(author, changed);
        return changed;
    }
}
