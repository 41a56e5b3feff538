package timeline.history;

import timeline.id.TweetId;
import timeline.id.UserId;

/** What a client asked for. */
public sealed interface Action {
    /** Post a tweet with this text, which no other post of the history has. */
    record Post(String text) implements Action {}

    record Delete(TweetId tweet) implements Action {}

    record Follow(UserId author) implements Action {}

    record Unfollow(UserId author) implements Action {}

    /** Read the first page of the home timeline. */
    record ReadHead(int limit) implements Action {}

    /** Read the home timeline page by page to its end. */
    record Scroll(int limit) implements Action {}
}
