package timeline.follow;

import timeline.follow.outbox.OutboxEntry;
import timeline.id.UserId;

/** What became of a wish to follow or to unfollow. */
public sealed interface FollowOutcome {
    /** The graph changed, and this entry of the outbox, committed with the change, is yet to be published. */
    record Changed(OutboxEntry entry) implements FollowOutcome {}

    /** It was so before: nothing changed, nothing is to be told. */
    record Unchanged() implements FollowOutcome {}

    /** One of the two is not registered. */
    record UnknownUser(UserId user) implements FollowOutcome {}

    /** Nobody follows themselves. */
    record SelfFollow() implements FollowOutcome {}

    /** The follower already follows {@link SocialGraph#MAX_FOLLOWEES} accounts. */
    record LimitReached() implements FollowOutcome {}
}
