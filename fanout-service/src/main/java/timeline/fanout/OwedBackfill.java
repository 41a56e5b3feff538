package timeline.fanout;

import java.util.Optional;
import timeline.event.FollowEvent.Followed;
import timeline.id.UserId;

/**
 * A follow whose follower's timeline is yet to get the author's older tweets. Its readers pull the author until it is settled.
 *
 * @param number the follow's, which tells it from other follows of the same edge
 */
public record OwedBackfill(UserId follower, UserId author, long number) {
    /** The event of it. */
    Followed event() {
        return new Followed(follower, author, Optional.of(number));
    }
}
