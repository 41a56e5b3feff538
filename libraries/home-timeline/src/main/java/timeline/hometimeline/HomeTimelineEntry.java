package timeline.hometimeline;

import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * What a home timeline holds of a tweet: who wrote it, so that a reader can drop the unfollowed without looking the tweet up, and
 * which one it is. Ordered as the timeline is read: newest first (G5).
 */
public record HomeTimelineEntry(TweetId tweet, UserId author) implements Comparable<HomeTimelineEntry> {
    @Override
    public int compareTo(HomeTimelineEntry other) {
        return other.tweet.compareTo(tweet);
    }
}
