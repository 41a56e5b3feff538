package timeline.home.bodies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongSupplier;
import timeline.id.TweetId;

/**
 * The deletions that were told to this process, and how current that is. Written by {@link DeletionRounds}, on one thread; read by any number
 * of reads meanwhile.
 *
 * <p>A tweet that was told is ruled out for as long as a body may live, so that neither a slow look-up brings it back, nor one that came
 * before a delete whose outcome nobody knew and that took effect late. What an instance did not tell, since it is another process by now
 * or has forgotten it, may be any tweet: everything that was looked up before is ruled out.
 */
public final class KnownDeletions implements LatelyDeleted {
    /** Less than the 1 s of G8, leaving 100 ms to the answer's way to the reader. */
    static final Duration CURRENT = Duration.ofMillis(900);
    /** Some 10 MB. Beyond that all bodies go instead. */
    static final int MOST_TOLD = 100_000;

    /**
     * A round in which every instance answered.
     *
     * @param beganNanos by the process's monotonic clock
     * @param beganAt by its wall clock
     */
    record Round(long beganNanos, Instant beganAt) {}

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    /** Of each tweet that was told, whether it is certain. */
    private final Cache<TweetId, Boolean> told;
    private volatile Optional<Round> lastComplete = Optional.empty();
    private volatile long ruledOutUntilNanos;

    public KnownDeletions(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.ruledOutUntilNanos = nanoTime.getAsLong() - 1;
        this.told = Caffeine.newBuilder().executor(Runnable::run).ticker(nanoTime::getAsLong)
                .expireAfterWrite(KeptBodies.LIFE).build();
    }

    @Override
    public boolean isCurrent() {
        return age().filter(age -> age.compareTo(CURRENT) < 0).isPresent();
    }

    @Override
    public boolean isGone(TweetId tweet) {
        return Boolean.TRUE.equals(told.getIfPresent(tweet));
    }

    @Override
    public boolean rulesOut(TweetId tweet, long lookedUpAtNanos) {
        return lookedUpAtNanos - ruledOutUntilNanos <= 0 || told.getIfPresent(tweet) != null;
    }

    /** For how long nothing has been known: since the last complete round began, by the clock that says more, as of a machine that was suspended. */
    public Optional<Duration> age() {
        return lastComplete.map(round -> {
            Duration monotonic = Duration.ofNanos(nanoTime.getAsLong() - round.beganNanos());
            Duration wall = Duration.between(round.beganAt(), clock.instant());
            return monotonic.compareTo(wall) > 0 ? monotonic : wall;
        });
    }

    void tell(Collection<TweetId> deleted, Collection<TweetId> inDoubt) {
        deleted.forEach(tweet -> told.put(tweet, true));
        inDoubt.forEach(tweet -> told.asMap().merge(tweet, false, Boolean::logicalOr));
        if (told.estimatedSize() > MOST_TOLD) {
            ruleOutEverything();
            told.invalidateAll();
        }
    }

    /** Whatever has been looked up until now may be deleted. */
    void ruleOutEverything() {
        ruledOutUntilNanos = nanoTime.getAsLong();
    }

    /** Every instance has answered in a round, and what they told was told here. */
    void completed(Round round) {
        lastComplete = Optional.of(round);
    }
}
