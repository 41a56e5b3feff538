package timeline.follow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowOutcome.LimitReached;
import timeline.follow.FollowOutcome.Unchanged;
import timeline.follow.FollowOutcome.UnknownUser;
import timeline.follow.outbox.InMemoryFollowOutbox;
import timeline.id.UserId;

/** The edges in memory. One lock is its transaction. */
public final class InMemoryFollowStore implements FollowStore {
    private final InMemoryUsers users;
    private final InMemoryFollowOutbox outbox;
    private final Function<UserId, Optional<Long>> leavingSince;
    private final Map<Follow, Long> madeWhileLeaving = new HashMap<>();
    private final InMemoryOwedBackfills owed;
    private final Map<Follow, Long> numbers = new LinkedHashMap<>();
    private final TreeMap<Long, Follow> edges = new TreeMap<>();
    private final Map<UserId, Long> versions = new HashMap<>();
    private long lastNumber;

    /** @param leavingSince the epoch of an author who is on the way out of the pull set; empty for all others */
    public InMemoryFollowStore(InMemoryUsers users, InMemoryFollowOutbox outbox, InMemoryOwedBackfills owed,
            Function<UserId, Optional<Long>> leavingSince) {
        this.users = users;
        this.outbox = outbox;
        this.owed = owed;
        this.leavingSince = leavingSince;
    }

    @Override
    public synchronized FollowOutcome follow(Follow edge) {
        if (users.find(edge.follower()).isEmpty() || users.find(edge.followee()).isEmpty()) {
            return unknown(edge);
        }
        if (numbers.containsKey(edge)) {
            return new Unchanged();
        }
        if (users.followingCount(edge.follower()) >= SocialGraph.MAX_FOLLOWEES) {
            return new LimitReached();
        }
        numbers.put(edge, ++lastNumber);
        edges.put(lastNumber, edge);
        leavingSince.apply(edge.followee()).ifPresent(epoch -> madeWhileLeaving.put(edge, epoch));
        owed.owe(new OwedBackfill(edge.follower(), edge.followee(), lastNumber));
        return changed(edge, 1, new Followed(edge.follower(), edge.followee(), Optional.of(lastNumber)));
    }

    @Override
    public synchronized FollowOutcome unfollow(Follow edge) {
        if (users.find(edge.follower()).isEmpty() || users.find(edge.followee()).isEmpty()) {
            return unknown(edge);
        }
        Long number = numbers.remove(edge);
        if (number == null) {
            return new Unchanged();
        }
        edges.remove(number);
        madeWhileLeaving.remove(edge);
        owed.forget(edge);
        return changed(edge, -1, new Unfollowed(edge.follower(), edge.followee()));
    }

    @Override
    public synchronized List<NumberedFollow> followers(UserId followee, long before, int limit) {
        return newestFirst(before).filter(edge -> edge.followee().equals(followee)).limit(limit)
                .map(line(Follow::follower)).toList();
    }

    @Override
    public synchronized List<NumberedFollow> following(UserId follower, long before, int limit) {
        return newestFirst(before).filter(edge -> edge.follower().equals(follower)).limit(limit)
                .map(line(Follow::followee)).toList();
    }

    /** All edges, in no order. */
    public synchronized List<Follow> all() {
        return List.copyOf(numbers.keySet());
    }

    /** At which epoch the followee was on the way out of the pull set when this follow was made; empty when they were not. */
    public synchronized Optional<Long> madeWhileLeaving(Follow edge) {
        return Optional.ofNullable(madeWhileLeaving.get(edge));
    }

    /** How often a user has followed and unfollowed, and was paid what was owed. */
    public synchronized long version(UserId follower) {
        return versions.getOrDefault(follower, 0L) + owed.settled(follower);
    }

    /** The followers as the profile counts them. */
    public long followerCount(UserId followee) {
        return users.followerCount(followee);
    }

    private FollowOutcome unknown(Follow edge) {
        return new UnknownUser(users.find(edge.follower()).isEmpty() ? edge.follower() : edge.followee());
    }

    private FollowOutcome changed(Follow edge, int change, FollowEvent event) {
        users.count(edge, change);
        versions.merge(edge.follower(), 1L, Long::sum);
        return new Changed(outbox.add(event));
    }

    private Stream<Follow> newestFirst(long before) {
        return edges.headMap(before, false).descendingMap().values().stream();
    }

    private Function<Follow, NumberedFollow> line(Function<Follow, UserId> end) {
        return edge -> {
            User user = users.find(end.apply(edge)).orElseThrow();
            return new NumberedFollow(numbers.getOrDefault(edge, 0L), user.id(), user.username());
        };
    }
}
