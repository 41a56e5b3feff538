package timeline.home;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The follow graph in one JVM's memory, for tests: who follows whom, who is pulled, what is owed, and an outage on demand. Thread safe. */
public final class InMemoryFollowGraph implements FollowGraph {
    private final Map<UserId, Set<UserId>> followees = new HashMap<>();
    private final Map<UserId, TweetId> pulled = new HashMap<>();
    private final Map<UserId, Set<UserId>> owed = new HashMap<>();
    private final Map<UserId, Following> remembered = new HashMap<>();
    private boolean available = true;

    @Override
    public synchronized Following current(UserId reader, Deadline deadline) {
        if (!available) {
            throw new FollowGraphUnavailableException("the follow graph is made unavailable", null);
        }
        Collection<UserId> followed = followees.getOrDefault(reader, Set.of());
        List<UserId> toPull = followed.stream().filter(pulled::containsKey).toList();
        Map<UserId, TweetId> leaving = new HashMap<>(pulled);
        leaving.values().removeIf(TweetId.LATEST::equals);
        Following following = Following.of(followed, toPull, leaving, owed.getOrDefault(reader, Set.of()));
        remembered.put(reader, following);
        return following;
    }

    @Override
    public synchronized Optional<Following> lastKnown(UserId reader) {
        return Optional.ofNullable(remembered.get(reader));
    }

    public synchronized void follow(UserId reader, UserId author) {
        followees.computeIfAbsent(reader, any -> new HashSet<>()).add(author);
    }

    public synchronized void unfollow(UserId reader, UserId author) {
        followees.getOrDefault(reader, new HashSet<>()).remove(author);
    }

    /** The reader has followed the author, and nobody has brought the author's older tweets yet. */
    public synchronized void followOwed(UserId reader, UserId author) {
        follow(reader, author);
        owed.computeIfAbsent(reader, any -> new HashSet<>()).add(author);
    }

    /** Somebody has brought them. */
    public synchronized void settle(UserId reader, UserId author) {
        owed.getOrDefault(reader, new HashSet<>()).remove(author);
    }

    /** From the next read on, readers pull this author's tweets. */
    public synchronized void pull(UserId author) {
        pulled.put(author, TweetId.LATEST);
    }

    /** From the next read on, readers pull of this author's tweets only what is older, and rely on the others being pushed. */
    public synchronized void pullBefore(UserId author, TweetId until) {
        pulled.put(author, until);
    }

    /** From the next read on, readers rely on this author's tweets being pushed. */
    public synchronized void push(UserId author) {
        pulled.remove(author);
    }

    public synchronized void becomeUnavailable() {
        available = false;
    }

    public synchronized void recover() {
        available = true;
    }

    /** Forgets what it told before, as a restart of the reader does. */
    public synchronized void forget() {
        remembered.clear();
    }
}
