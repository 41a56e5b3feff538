package timeline.hometimeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;
import timeline.hometimeline.CachedTimeline.Bounds;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The home timelines in one JVM's memory: the twin that tests of writer and reader run against. It behaves like a Redis Cluster
 * also on bad days: it evicts, forgets everything, fails over with lost writes and becomes unavailable when a test says so.
 *
 * <p>Thread safe.
 */
public final class InMemoryHomeTimelines implements HomeTimelineWriter, HomeTimelineReader, CachePrimaries {
    private static final Duration LEASE = Duration.ofSeconds(5);

    /** Who is answered. */
    private enum Answering {
        EVERYBODY, SOME, NOBODY
    }

    private final Clock clock;
    private final Bounds bounds;
    private Map<UserId, CachedTimeline> timelines = new HashMap<>();
    private @Nullable Map<UserId, CachedTimeline> replica;
    private Predicate<UserId> broken = user -> false;
    private Answering answering = Answering.EVERYBODY;
    private int epoch;
    private long nonces;

    public InMemoryHomeTimelines(Clock clock) {
        this(clock, Bounds.REAL);
    }

    /**
     * With other bounds than the real ones, for simulations in which a timeline of a few tweets is full.
     *
     * @param capacity how many entries are kept when a timeline is trimmed
     * @param overfull a timeline with more entries than this is trimmed
     */
    public InMemoryHomeTimelines(Clock clock, int capacity, int overfull) {
        this(clock, new Bounds(capacity, overfull));
    }

    InMemoryHomeTimelines(Clock clock, Bounds bounds) {
        this.clock = clock;
        this.bounds = bounds;
    }

    @Override
    public synchronized Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        requireTime(deadline);
        requireAnybody();
        List<UserId> answering = followers.stream().filter(this::isAnswering).toList();
        List<UserId> cached = answering.stream().filter(this::exists).toList();
        cached.forEach(follower -> add(entry, follower));
        return new Taken(cached.size(), followers.size() - answering.size());
    }

    @Override
    public synchronized void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom,
            Collection<UserId> followers, Deadline deadline) {
        requireTime(deadline);
        for (UserId follower : followers) {
            requireAvailable(follower);
            CachedTimeline timeline = timelines.get(follower);
            if (timeline != null) {
                timeline.backfill(entries, completeFrom, epoch);
            }
        }
    }

    @Override
    public synchronized void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        requireTime(deadline);
        requireAnybody();
        followers.stream().filter(this::isAnswering).map(timelines::get).filter(Objects::nonNull)
                .forEach(timeline -> timeline.remove(entry));
    }

    @Override
    public synchronized CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
        requireTime(deadline);
        requireAvailable(user);
        CachedTimeline timeline = timelines.get(user);
        return timeline == null ? new CachedPage.Cold() : timeline.page(before, limit, epoch);
    }

    @Override
    public synchronized Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
        requireTime(deadline);
        requireAvailable(user);
        long nonce = ++nonces;
        Instant now = clock.instant();
        boolean begun = timelines.computeIfAbsent(user, any -> new CachedTimeline(bounds)).begin(nonce, now,
                now.plus(LEASE),
                epoch);
        return begun ? Optional.of(new InMemoryRebuild(user, nonce)) : Optional.empty();
    }

    @Override
    public synchronized Primaries known() {
        return new Primaries(Set.of("epoch " + epoch));
    }

    /** A part that is away takes nothing from the others, unless that is all of them. */
    @Override
    public synchronized Answer ask(Deadline deadline) {
        return answering == Answering.NOBODY || deadline.hasPassed()
                ? new Answer.Unknown()
                : new Answer.Known(known(), answering == Answering.EVERYBODY);
    }

    /** The first half of a push. Apart from the second half, because in Redis anything may happen in between. */
    public synchronized boolean exists(UserId user) {
        return timelines.containsKey(user);
    }

    /** The second half of a push. Like ZADD it makes a timeline that has vanished meanwhile: without a floor, hence cold. */
    public synchronized void add(HomeTimelineEntry entry, UserId user) {
        requireAvailable(user);
        CachedTimeline timeline = timelines.computeIfAbsent(user, any -> new CachedTimeline(bounds));
        if (timeline.add(entry) && !timeline.trim(epoch)) {
            timelines.remove(user);
        }
    }

    /** How many entries a timeline holds; 0 when there is none. */
    public synchronized int entries(UserId user) {
        CachedTimeline timeline = timelines.get(user);
        return timeline == null ? 0 : timeline.size();
    }

    /** Forgets one timeline, as an eviction or an expiry does. */
    public synchronized void evict(UserId user) {
        timelines.remove(user);
    }

    /** Forgets everything, as FLUSHALL or a restart without persistence does. */
    public synchronized void loseEverything() {
        timelines.clear();
    }

    /** From now on, what is written does not reach the replica: the next {@link #failOver} loses it, though it was acknowledged. */
    public synchronized void pauseReplication() {
        Map<UserId, CachedTimeline> snapshot = new HashMap<>();
        timelines.forEach((user, timeline) -> snapshot.put(user, timeline.copy()));
        replica = snapshot;
    }

    /** Promotes the replica. */
    public synchronized void failOver() {
        if (replica != null) {
            timelines = replica;
            replica = null;
        }
        epoch++;
    }

    /**
     * Promotes a replica that has all there is, while the primary goes on.
     *
     * @return the primary, which does not know that it was replaced: it answers whoever has not heard of that either, and what it takes
     *     is lost
     */
    public synchronized InMemoryHomeTimelines replace() {
        InMemoryHomeTimelines replaced = new InMemoryHomeTimelines(clock, bounds);
        replaced.timelines = timelines;
        replaced.epoch = epoch;
        replaced.nonces = nonces;
        pauseReplication();
        failOver();
        return replaced;
    }

    /** Stops answering for some users, as when the primary of their slots does not answer. */
    public synchronized void becomeUnavailableFor(Predicate<UserId> users) {
        broken = users;
        answering = Answering.SOME;
    }

    /** Whether a user's timeline can be read and written now. */
    public synchronized boolean isAnswering(UserId user) {
        return !broken.test(user);
    }

    /** Stops answering. */
    public synchronized void becomeUnavailable() {
        broken = user -> true;
        answering = Answering.NOBODY;
    }

    /** Answers again, with what it had. */
    public synchronized void recover() {
        broken = user -> false;
        answering = Answering.EVERYBODY;
    }

    private static void requireTime(Deadline deadline) {
        if (deadline.hasPassed()) {
            throw HomeTimelinesUnavailableException.outOfTime(null);
        }
    }

    private void requireAnybody() {
        if (answering == Answering.NOBODY) {
            throw new HomeTimelinesUnavailableException("the timelines are made unavailable", null);
        }
    }

    private void requireAvailable(UserId user) {
        if (broken.test(user)) {
            throw new HomeTimelinesUnavailableException("the timelines of user " + user + " are made unavailable",
                    null);
        }
    }

    /** A build under way, known by its nonce. */
    private final class InMemoryRebuild implements Rebuild {
        private final UserId user;
        private final long nonce;

        InMemoryRebuild(UserId user, long nonce) {
            this.user = user;
            this.nonce = nonce;
        }

        @Override
        public boolean finish(List<HomeTimelineEntry> entries, TweetId completeFrom, Deadline deadline) {
            requireTime(deadline);
            synchronized (InMemoryHomeTimelines.this) {
                requireAvailable(user);
                CachedTimeline timeline = timelines.get(user);
                return timeline != null && timeline.finish(nonce, entries, completeFrom, epoch);
            }
        }

        @Override
        public void abandon(Deadline deadline) {
            requireTime(deadline);
            synchronized (InMemoryHomeTimelines.this) {
                requireAvailable(user);
                CachedTimeline timeline = timelines.get(user);
                if (timeline != null && timeline.isBuiltBy(nonce)) {
                    timelines.remove(user);
                }
            }
        }
    }
}
