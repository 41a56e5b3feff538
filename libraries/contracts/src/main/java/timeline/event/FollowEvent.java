package timeline.event;

import timeline.id.UserId;

/**
 * What happened to an edge of the social graph. Topic {@link Topics#FOLLOWS}, keyed by the author (the followee), so that follow
 * and unfollow of one edge keep their order.
 */
public sealed interface FollowEvent {
    UserId follower();

    UserId author();

    /** The edge is committed: whoever reads the graph after this event sees it. */
    record Followed(UserId follower, UserId author) implements FollowEvent {}

    /** The edge is gone. Nothing needs to happen: unfollowing is lazy, readers filter by whom they follow now. */
    record Unfollowed(UserId follower, UserId author) implements FollowEvent {}
}
