package timeline.follow;

import timeline.id.UserId;

/** An edge of the social graph: the follower sees what the followee posts. */
public record Follow(UserId follower, UserId followee) {
    /** @throws IllegalArgumentException for an edge from a user to themselves: they see their own tweets anyway */
    public Follow {
        if (follower.equals(followee)) {
            throw new IllegalArgumentException("a user can't follow themselves: " + follower);
        }
    }
}
