package timeline.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import timeline.id.UserId;
import timeline.history.Action.Follow;
import timeline.history.Action.Unfollow;
import timeline.history.Outcome.Done;
import timeline.history.Outcome.Refused;
import timeline.history.Outcome.Unknown;

/**
 * Who followed whom, when, as far as the clients can know. Of calls that overlapped, nobody knows which came first; one without an
 * answer may take effect at any time after it.
 */
final class FollowEdges {
    private record Edge(UserId follower, UserId author) {}

    private final Map<Edge, List<Operation>> changes = new HashMap<>();
    private final Map<UserId, Set<UserId>> followers = new HashMap<>();

    FollowEdges(History history) {
        for (Operation operation : history.operations()) {
            if (!(operation.outcome() instanceof Refused)) {
                switch (operation.action()) {
                    case Follow follow -> add(operation, follow.author());
                    case Unfollow unfollow -> add(operation, unfollow.author());
                    default -> {
                    }
                }
            }
        }
    }

    /** Whether the follow was acknowledged before the given moment, and nothing was asked of the edge after it until the other. */
    boolean heldThroughout(UserId follower, UserId author, long fromNanos, long toNanos) {
        return certainly(Follow.class, follower, author, fromNanos, toNanos);
    }

    /** Whether the edge may have existed at some time before the given moment. */
    boolean mayHaveHeldBefore(UserId follower, UserId author, long nanos) {
        return changesOf(follower, author).stream()
                .anyMatch(change -> change.action() instanceof Follow && change.invokedNanos() < nanos);
    }

    /** Whether an unfollow was acknowledged before the given moment, and no follow was asked for since, until the other moment. */
    boolean goneThroughout(UserId follower, UserId author, long fromNanos, long toNanos) {
        return certainly(Unfollow.class, follower, author, fromNanos, toNanos);
    }

    /** Everybody with whom the history ever connected this author. */
    Set<UserId> everFollowersOf(UserId author) {
        return followers.getOrDefault(author, Set.of());
    }

    private boolean certainly(Class<? extends Action> wanted, UserId follower, UserId author, long fromNanos,
            long toNanos) {
        long othersOver = Long.MIN_VALUE;
        long lastWanted = Long.MIN_VALUE;
        for (Operation change : changesOf(follower, author)) {
            if (change.invokedNanos() > toNanos) {
                continue;
            }
            if (!wanted.isInstance(change.action())) {
                othersOver = Math.max(othersOver, overAt(change));
            } else if (change.outcome() instanceof Done && change.endedNanos() <= fromNanos) {
                lastWanted = Math.max(lastWanted, change.invokedNanos());
            }
        }
        return lastWanted > othersOver;
    }

    private static long overAt(Operation change) {
        return change.outcome() instanceof Unknown ? Long.MAX_VALUE : change.endedNanos();
    }

    private List<Operation> changesOf(UserId follower, UserId author) {
        return changes.getOrDefault(new Edge(follower, author), List.of());
    }

    private void add(Operation operation, UserId author) {
        changes.computeIfAbsent(new Edge(operation.user(), author), edge -> new ArrayList<>()).add(operation);
        followers.computeIfAbsent(author, followed -> new HashSet<>()).add(operation.user());
    }
}
