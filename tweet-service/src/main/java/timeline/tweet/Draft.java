package timeline.tweet;

import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweet.idempotency.Fingerprint;
import timeline.tweetstore.Tweet;

/**
 * What a user wants to post, checked field by field. It becomes a tweet when it gets an id.
 *
 * @param username the author's name, kept with the tweet
 * @param media at most 4
 */
public record Draft(UserId author, String username, TweetText text, List<MediaId> media) {
    public static final int MAX_MEDIA = 4;

    public Draft {
        media = List.copyOf(media);
        if (media.size() > MAX_MEDIA) {
            throw new IllegalArgumentException(
                    "has " + media.size() + " media ids; at most " + MAX_MEDIA + " are allowed");
        }
    }

    Tweet named(TweetId id) {
        return new Tweet(id, author, username, text.value(), mediaIds());
    }

    /** Of what would be stored: equal for two requests that ask for the same tweet. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(text.value(), mediaIds());
    }

    private List<String> mediaIds() {
        return media.stream().map(MediaId::value).toList();
    }
}
