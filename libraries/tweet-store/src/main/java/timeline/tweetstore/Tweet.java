package timeline.tweetstore;

import java.time.Instant;
import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * A tweet as it was posted. Immutable: it is either there or deleted.
 *
 * @param username the author's name at the time of writing, a stated denormalisation: names do not change here
 * @param text 1 to 280 Unicode code points in NFC
 */
public record Tweet(TweetId id, UserId author, String username, String text, List<String> mediaIds) {
    public Tweet {
        mediaIds = List.copyOf(mediaIds);
    }

    public Instant createdAt() {
        return id.createdAt();
    }
}
