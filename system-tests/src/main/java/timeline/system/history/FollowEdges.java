package timeline.system.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import timeline.id.UserId;
import timeline.system.history.Action.Follow;
import timeline.system.history.Action.Unfollow;
import timeline.system.history.Outcome.Done;
import timeline.system.history.Outcome.Refused;
import timeline.system.history.Outcome.Unknown;

/**
 * Who followed whom, when, as far as the clients can know. Of calls that overlapped, nobody knows which came first; one without an
 * answer may take effect at any time after it.
 */
final class FollowEdges {
    private record Edge(UserId follower, UserId author) {}

    private final Map<Edge, List<Operation>> changes = new HashMap<>();

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
    List<UserId> everFollowersOf(UserId author) {
        return changes.keySet().stream().filter(edge -> edge.author().equals(author)).map(Edge::follower).toList();
    }

    private boolean certainly(Class<? extends Action> wanted, UserId follower, UserId author, long fromNanos,
            long toNanos) {
        List<Operation> asked = changesOf(follower, author).stream().filter(change -> change.invokedNanos() <= toNanos)
                .toList();
        long othersOver = asked.stream().filter(change -> !wanted.isInstance(change.action()))
                .mapToLong(FollowEdges::overAt).max().orElse(Long.MIN_VALUE);
        return asked.stream()
                .anyMatch(change -> wanted.isInstance(change.action()) && change.outcome() instanceof Done
                        && change.endedNanos() <= fromNanos && change.invokedNanos() > othersOver);
    }

    private static long overAt(Operation change) {
        return change.outcome() instanceof Unknown ? Long.MAX_VALUE : change.endedNanos();
    }

    private List<Operation> changesOf(UserId follower, UserId author) {
        return changes.getOrDefault(new Edge(follower, author), List.of());
    }

    private void add(Operation operation, UserId author) {
        changes.computeIfAbsent(new Edge(operation.user(), author), edge -> new ArrayList<>()).add(operation);
    }
}
