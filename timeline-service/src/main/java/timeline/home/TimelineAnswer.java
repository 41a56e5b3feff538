package timeline.home;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import timeline.id.TweetId;
import timeline.tweetstore.Tweet;

/** What a read came to. */
public sealed interface TimelineAnswer {
    /** What was missing. */
    Set<Degraded> degraded();

    /** How long each stage that took part ran. */
    Map<Stage, Duration> stages();

    /**
     * A page of the timeline.
     *
     * @param tweets newest first; fewer than asked for at the end, and also when something failed or too many were deleted
     * @param next read on before this id; empty only when nothing older is left (G6)
     */
    record Page(List<Tweet> tweets, Optional<TweetId> next, Origin origin, Set<Degraded> degraded,
            Map<Stage, Duration> stages) implements TimelineAnswer {}

    /** No page could be had. Try again in a moment. */
    record Unavailable(Reason reason, Set<Degraded> degraded, Map<Stage, Duration> stages) implements TimelineAnswer {}

    /** Why there is no page. */
    enum Reason {
        /** The tweet store failed or was too slow, and nothing is known without it. */
        STORE,
        /** More readers than the database is meant to serve are on its path now. */
        OVERLOADED
    }
}
