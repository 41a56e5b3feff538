package timeline.follow;

import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowOutcome.SelfFollow;
import timeline.follow.FollowOutcome.Unchanged;
import timeline.follow.outbox.OutboxEntry;
import timeline.id.UserId;
import timeline.outbox.EventPublisher;

/**
 * Follows and unfollows. Both are idempotent, and only a real change becomes an event: the event is committed with the change and
 * handed on after it, so that an answer never waits for Kafka and no change goes untold.
 */
public final class SocialGraph {
    /** A read merges the tweets of everybody its reader follows, so the number is bounded. */
    public static final int MAX_FOLLOWEES = 5_000;

    private final FollowStore follows;
    private final EventPublisher<OutboxEntry> publisher;

    public SocialGraph(FollowStore follows, EventPublisher<OutboxEntry> publisher) {
        this.follows = follows;
        this.publisher = publisher;
    }

    public FollowOutcome follow(UserId follower, UserId followee) {
        return follower.equals(followee) ? new SelfFollow() : told(follows.follow(new Follow(follower, followee)));
    }

    /** Nobody follows themselves, so to unfollow oneself changes nothing. */
    public FollowOutcome unfollow(UserId follower, UserId followee) {
        return follower.equals(followee) ? new Unchanged() : told(follows.unfollow(new Follow(follower, followee)));
    }

    private FollowOutcome told(FollowOutcome outcome) {
        if (outcome instanceof Changed changed) {
            publisher.publishPromptly(changed.entry());
        }
        return outcome;
    }
}
