package timeline.home.bodies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import timeline.id.TweetId;
import timeline.tweetstore.Tweet;

/**
 * Tweets that were looked up, for as long as they may be shown without being looked up again: for minutes while every deletion is known, else
 * for a moment. All times count from the <em>beginning</em> of the look-up, not from its end: a tweet that was deleted while a slow
 * look-up was under way would be shown for too long (G8).
 *
 * <p>Each body is held against what was deleted whenever it is asked for, not only when a deletion is told: a look-up that ends after that
 * can bring nothing back.
 */
public final class KeptBodies {
    /** No body lives longer. */
    public static final Duration LIFE = Duration.ofMinutes(10);
    /** For so long it counts whatever is known: less than the 1 s of G8, leaving 100 ms to the answer's way to the reader. */
    public static final Duration ALWAYS = Duration.ofMillis(900);

    private record Body(Tweet tweet, long lookedUpAtNanos) {
        Body newer(Body other) {
            return other.lookedUpAtNanos() - lookedUpAtNanos > 0 ? other : this;
        }
    }

    private final LatelyDeleted deleted;
    private final LongSupplier nanoTime;
    private final Cache<TweetId, Body> bodies;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /** @param capacity how many tweets to keep, 360 to 815 bytes each */
    public KeptBodies(LatelyDeleted deleted, LongSupplier nanoTime, int capacity) {
        this.deleted = deleted;
        this.nanoTime = nanoTime;
        this.bodies = Caffeine.newBuilder().executor(Runnable::run).maximumSize(capacity).ticker(nanoTime::getAsLong)
                .expireAfter(Expiry.<TweetId, Body>writing((id, body) -> left(body))).build();
    }

    /** Those of the tweets whose bodies count now. */
    public Map<TweetId, Tweet> counting(Collection<TweetId> tweets) {
        boolean current = deleted.isCurrent();
        Map<TweetId, Tweet> counting = new HashMap<>();
        for (TweetId id : tweets) {
            Body body = bodies.getIfPresent(id);
            if (body != null && deleted.rulesOut(id, body.lookedUpAtNanos())) {
                drop(id, body);
            } else if (body != null && (current || age(body).compareTo(ALWAYS) < 0)) {
                counting.put(id, body.tweet());
            }
        }
        hits.add(counting.size());
        misses.add(tweets.size() - counting.size());
        return counting;
    }

    /** Whether a tweet need not be looked up, since it is gone for good. */
    public boolean isGone(TweetId tweet) {
        return deleted.isGone(tweet);
    }

    /**
     * Keeps what a look-up has found.
     *
     * @param beganNanos when the look-up began
     */
    public void keep(Map<TweetId, Tweet> found, long beganNanos) {
        found.forEach((id, tweet) -> {
            if (!deleted.rulesOut(id, beganNanos)) {
                bodies.asMap().merge(id, new Body(tweet, beganNanos), Body::newer);
            }
        });
    }

    /** How many there are. */
    public long size() {
        return bodies.estimatedSize();
    }

    /** How often a look-up was spared. */
    public long hits() {
        return hits.sum();
    }

    /** How often it was not. */
    public long misses() {
        return misses.sum();
    }

    /** How many were asked for and ruled out. */
    public long dropped() {
        return dropped.sum();
    }

    private void drop(TweetId id, Body body) {
        if (bodies.asMap().remove(id, body)) {
            dropped.increment();
        }
    }

    private Duration age(Body body) {
        return Duration.ofNanos(nanoTime.getAsLong() - body.lookedUpAtNanos());
    }

    private Duration left(Body body) {
        Duration age = age(body);
        return age.compareTo(LIFE) < 0 ? LIFE.minus(age) : Duration.ZERO;
    }
}
