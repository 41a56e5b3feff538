package timeline.home;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import timeline.deadline.Deadline;
import timeline.home.bodies.KeptBodies;
import timeline.home.merge.SideBySide;
import timeline.home.merge.SourceUnavailableException;
import timeline.id.TweetId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;

/**
 * Turns ids into tweets, and so drops the deleted ones: a cached timeline says what was posted, the store says what is still there. What was
 * looked up is kept, since one popular tweet is in many timelines ({@link KeptBodies}).
 */
public final class TweetHydrator {
    /**
     * @param live the tweets that are there
     * @param unknown those that could not be looked up; what is in neither is deleted
     */
    public record Hydrated(Map<TweetId, Tweet> live, Set<TweetId> unknown) {}

    private final Tweets tweets;
    private final ExecutorService threads;
    private final LongSupplier nanoTime;
    private final KeptBodies bodies;

    public TweetHydrator(Tweets tweets, ExecutorService threads, LongSupplier nanoTime, KeptBodies bodies) {
        this.tweets = tweets;
        this.threads = threads;
        this.nanoTime = nanoTime;
        this.bodies = bodies;
    }

    /** Looks tweets up. Never fails: what can't be told by the deadline is unknown. */
    public Hydrated lookUp(Collection<TweetId> ids, Deadline deadline) {
        List<TweetId> perhapsThere = ids.stream().filter(id -> !bodies.isGone(id)).toList();
        Map<TweetId, Tweet> live = bodies.counting(perhapsThere);
        List<TweetId> missing = perhapsThere.stream().filter(id -> !live.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return new Hydrated(live, Set.of());
        }
        long began = nanoTime.getAsLong();
        try {
            Map<TweetId, Tweet> found = SideBySide.await(threads.submit(() -> tweets.findAll(missing, deadline)),
                    deadline);
            bodies.keep(found, began);
            live.putAll(found);
            return new Hydrated(live, Set.of());
        } catch (SourceUnavailableException outage) {
            return new Hydrated(live, missing.stream().collect(Collectors.toSet()));
        }
    }
}
