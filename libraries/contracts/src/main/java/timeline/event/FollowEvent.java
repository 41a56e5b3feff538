package timeline.event;

import java.util.Optional;
import timeline.id.UserId;

/**
 * What happened to an edge of the social graph. Topic {@link Topics#FOLLOWS}, keyed by the author (the followee), so that follow
 * and unfollow of one edge keep their order.
 */
public sealed interface FollowEvent {
    UserId follower();

    UserId author();

    /**
     * The edge is committed: whoever reads the graph after this event sees it.
     *
     * @param number tells this follow from an earlier and a later one of the same edge, and names the debt of its backfill (ADR 0032); empty
     *     in events of before
     */
    record Followed(UserId follower, UserId author, Optional<Long> number) implements FollowEvent {
        /** A follow that owes nothing. */
        public Followed(UserId follower, UserId author) {
            this(follower, author, Optional.empty());
        }
    }

    /** The edge is gone. Nothing needs to happen: unfollowing is lazy, readers filter by whom they follow now. */
    record Unfollowed(UserId follower, UserId author) implements FollowEvent {}
}
