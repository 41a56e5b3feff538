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

/** Who followed whom, when, as far as the clients can know. */
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
        boolean holds = false;
        for (Operation change : changesOf(follower, author)) {
            if (change.invokedNanos() > toNanos) {
                break;
            }
            holds = change.action() instanceof Follow && change.outcome() instanceof Done
                    && change.endedNanos() <= fromNanos;
        }
        return holds;
    }

    /** Whether the edge may have existed at some time before the given moment. */
    boolean mayHaveHeldBefore(UserId follower, UserId author, long nanos) {
        return changesOf(follower, author).stream()
                .anyMatch(change -> change.action() instanceof Follow && change.invokedNanos() < nanos);
    }

    /** Whether an unfollow was acknowledged before the given moment, and no follow was asked for since, until the other moment. */
    boolean goneThroughout(UserId follower, UserId author, long fromNanos, long toNanos) {
        boolean gone = false;
        for (Operation change : changesOf(follower, author)) {
            if (change.invokedNanos() > toNanos) {
                break;
            }
            gone = change.action() instanceof Unfollow && change.outcome() instanceof Done
                    && change.endedNanos() <= fromNanos;
        }
        return gone;
    }

    /** Everybody with whom the history ever connected this author. */
    List<UserId> everFollowersOf(UserId author) {
        return changes.keySet().stream().filter(edge -> edge.author().equals(author)).map(Edge::follower).toList();
    }

    private List<Operation> changesOf(UserId follower, UserId author) {
        return changes.getOrDefault(new Edge(follower, author), List.of());
    }

    private void add(Operation operation, UserId author) {
        changes.computeIfAbsent(new Edge(operation.user(), author), edge -> new ArrayList<>()).add(operation);
    }
}
