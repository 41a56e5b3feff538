package timeline.history;

import java.time.Instant;
import timeline.id.TweetId;
import timeline.id.UserId;

/** A tweet as a client was shown it. */
public record SeenTweet(TweetId tweet, UserId author, String text, Instant createdAt) {}
