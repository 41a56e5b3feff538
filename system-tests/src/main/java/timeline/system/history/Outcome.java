package timeline.system.history;

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
     */
    record Seen(List<SeenTweet> tweets, Set<String> degraded) implements Outcome {}

    /** The system answered "no" (4xx): what was asked for has certainly not happened. */
    record Refused(int status) implements Outcome {}

    /** No answer, or a 5xx: what was asked for may or may not have happened. */
    record Unknown(String reason) implements Outcome {}
}
