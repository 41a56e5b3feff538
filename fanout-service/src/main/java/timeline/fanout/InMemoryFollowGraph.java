package timeline.fanout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The follow-service's part of the fan-out in one JVM's memory: who follows whom, and who is pulled. Fails when a test says so.
 *
 * <p>Thread safe.
 */
public final class InMemoryFollowGraph implements Followers, PullSet {
    private static final Duration PULLED_ON = Duration.ofSeconds(8);

    private final Map<UserId, NavigableSet<UserId>> followers = new HashMap<>();
    private final Map<UserId, PulledAuthor> pulled = new HashMap<>();
    private final InstantSource clock;
    private long threshold;
    private long epoch;
    private boolean available = true;

    public InMemoryFollowGraph(long threshold, InstantSource clock) {
        this.clock = clock;
        this.threshold = threshold;
    }

    public synchronized void follow(UserId follower, UserId author) {
        followersOf(author).add(follower);
    }

    public synchronized void unfollow(UserId follower, UserId author) {
        followersOf(author).remove(follower);
    }

    public synchronized void changeThreshold(long followersFromWhichOn) {
        threshold = followersFromWhichOn;
    }

    /** An outage, or its end. */
    public synchronized void setAvailable(boolean answers) {
        available = answers;
    }

    /** What readers see. */
    public synchronized Optional<PulledAuthor> pulled(UserId author) {
        return Optional.ofNullable(pulled.get(author));
    }

    @Override
    public synchronized FollowerPage page(UserId author, Optional<UserId> after, int limit, Deadline deadline) {
        requireAvailable();
        NavigableSet<UserId> all = followersOf(author);
        List<UserId> page = (after.isPresent() ? all.tailSet(after.get(), false) : all).stream().limit(limit).toList();
        boolean more = !page.isEmpty() && !page.getLast().equals(all.getLast());
        Audience audience = new Audience(all.size(), threshold, pulled(author));
        return new FollowerPage(page, more ? Optional.of(page.getLast()) : Optional.empty(), audience);
    }

    @Override
    public synchronized void enter(UserId author, TweetId from, Deadline deadline) {
        requireAvailable();
        PulledAuthor before = pulled.get(author);
        if (before == null || from.isBefore(before.from())) {
            pulled.put(author, new PulledAuthor(from, Optional.empty(), ++epoch));
        } else if (before.until().isPresent()) {
            pulled.put(author, new PulledAuthor(before.from(), Optional.empty(), ++epoch));
        }
    }

    @Override
    public synchronized void beginWayOut(UserId author, Deadline deadline) {
        requireAvailable();
        pulled.computeIfPresent(author, (id, before) -> before.until().isPresent()
                ? before
                : new PulledAuthor(before.from(), Optional.of(TweetId.firstOf(clock.instant().plus(PULLED_ON))),
                        ++epoch));
    }

    @Override
    public synchronized boolean remove(UserId author, long epochOfLeaving, Deadline deadline) {
        requireAvailable();
        PulledAuthor now = pulled.get(author);
        if (now != null && (now.until().isEmpty() || now.epoch() != epochOfLeaving)) {
            return false;
        }
        pulled.remove(author);
        return true;
    }

    private NavigableSet<UserId> followersOf(UserId author) {
        return followers.computeIfAbsent(author, any -> new TreeSet<>());
    }

    private void requireAvailable() {
        if (!available) {
            throw new GraphUnavailableException("the graph is made unavailable", null);
        }
    }
}
