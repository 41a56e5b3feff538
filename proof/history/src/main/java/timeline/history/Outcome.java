package timeline.history;

import java.util.List;
import java.util.Set;
import timeline.id.TweetId;

/** What a client was told. */
public sealed interface Outcome {
    /** The system answered "done" to a delete, a follow or an unfollow. */
    record Done() implements Outcome {}

    /** The system acknowledged a post. */
    record Posted(TweetId tweet) implements Outcome {}

    /**
     * The system answered a read.
     *
     * @param tweets all tweets in the order in which they were shown, over all pages of a scroll
     * @param degraded what the answers named as missing ({@code Timeline-Degraded}); empty when nothing was
     * @param more whether the last answer had a {@code next_cursor}: then nothing is said of what is below its last tweet, also
     *     when the page was not full
     */
    record Seen(List<SeenTweet> tweets, Set<String> degraded, boolean more) implements Outcome {
        /** To the end, or as far as was asked for. */
        public Seen(List<SeenTweet> tweets, Set<String> degraded) {
            this(tweets, degraded, false);
        }
    }

    /** The system answered "no" (4xx): what was asked for has certainly not happened. */
    record Refused(int status) implements Outcome {}

    /** No answer, or a 5xx: what was asked for may or may not have happened. */
    record Unknown(String reason) implements Outcome {}
}
