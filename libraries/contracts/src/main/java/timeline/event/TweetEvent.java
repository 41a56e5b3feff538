package timeline.event;

import timeline.id.TweetId;
import timeline.id.UserId;

/** What happened to a tweet. Topic {@link Topics#TWEETS}, keyed by the author, so that one author's events keep their order. */
public sealed interface TweetEvent {
    TweetId tweet();

    UserId author();

    /** The tweet is stored: whoever reads the database after this event sees it. */
    record TweetPosted(TweetId tweet, UserId author) implements TweetEvent {}

    /** The tweet is marked as deleted in the database. */
    record TweetDeleted(TweetId tweet, UserId author) implements TweetEvent {}
}
