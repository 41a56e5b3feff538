package timeline.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import timeline.deadline.Deadline;
import timeline.home.merge.SideBySide;
import timeline.home.merge.SourceUnavailableException;
import timeline.id.TweetId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;

/**
 * Turns ids into tweets, and so drops the deleted ones: a cached timeline says what was posted, the store says what is still there.
 *
 * <p>What was looked up is kept for a moment, since one popular tweet is in many timelines. {@link #KEPT} counts from the
 * <em>beginning</em> of the look-up, not from its end: a tweet that was deleted while a slow look-up was under way would be shown
 * for longer than the second that G8 allows.
 */
public final class TweetHydrator {
    /** Less than the 1 s of G8, leaving 100 ms to the answer's way to the reader. */
    public static final Duration KEPT = Duration.ofMillis(900);

    /**
     * @param live the tweets that are there
     * @param unknown those that could not be looked up; what is in neither is deleted
     */
    public record Hydrated(Map<TweetId, Tweet> live, Set<TweetId> unknown) {}

    private record Body(Tweet tweet, long lookedUpAtNanos) {}

    private final Tweets tweets;
    private final ExecutorService threads;
    private final LongSupplier nanoTime;
    private final Cache<TweetId, Body> recent;

    /** @param capacity how many tweets to keep, about 1 KB each */
    public TweetHydrator(Tweets tweets, ExecutorService threads, LongSupplier nanoTime, int capacity) {
        this.tweets = tweets;
        this.threads = threads;
        this.nanoTime = nanoTime;
        this.recent = Caffeine.newBuilder().maximumSize(capacity).ticker(nanoTime::getAsLong).recordStats()
                .expireAfter(Expiry.<TweetId, Body>creating((id, body) -> left(body))).build();
    }

    /** Looks tweets up. Never fails: what can't be told by the deadline is unknown. */
    public Hydrated lookUp(Collection<TweetId> ids, Deadline deadline) {
        Map<TweetId, Tweet> live = new HashMap<>();
        recent.getAllPresent(ids).forEach((id, body) -> live.put(id, body.tweet()));
        List<TweetId> missing = ids.stream().filter(id -> !live.containsKey(id)).toList();
        if (missing.isEmpty()) {
            return new Hydrated(live, Set.of());
        }
        long began = nanoTime.getAsLong();
        try {
            Map<TweetId, Tweet> found = SideBySide.await(threads.submit(() -> tweets.findAll(missing, deadline)),
                    deadline);
            found.forEach((id, tweet) -> recent.put(id, new Body(tweet, began)));
            live.putAll(found);
            return new Hydrated(live, Set.of());
        } catch (SourceUnavailableException outage) {
            return new Hydrated(live, missing.stream().collect(Collectors.toSet()));
        }
    }

    /** How often a look-up was spared, for metrics. */
    public CacheStats stats() {
        return recent.stats();
    }

    private Duration left(Body body) {
        Duration spent = Duration.ofNanos(nanoTime.getAsLong() - body.lookedUpAtNanos());
        return spent.compareTo(KEPT) < 0 ? KEPT.minus(spent) : Duration.ZERO;
    }
}
