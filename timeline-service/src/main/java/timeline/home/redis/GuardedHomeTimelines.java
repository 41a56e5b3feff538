package timeline.home.redis;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineBackfill;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The home timelines behind circuit breakers, one for each shard: when most of the last calls to a shard failed, it is not asked for a
 * while, so that a dead one costs a read nothing. The others go on being read: a primary that hangs is the trouble of its own
 * readers. A replica that takes over is another shard here, and asked at once.
 */
public final class GuardedHomeTimelines implements HomeTimelineReader, HomeTimelineBackfill {
    /** A constant: what a rest costs and what a call into the void costs are of the same order, so most of them is where it pays. */
    private static final int FAILED_PERCENT = 50;
    /** A constant: few enough to cost readers nothing, and one lucky call among them does not decide. */
    private static final int TRIALS = 3;

    private final HomeTimelineReader reader;
    private final HomeTimelineBackfill writer;
    private final Function<UserId, String> shardOf;
    private final CircuitBreakerRegistry breakers;

    /** @param shardOf names the shard of a user's timeline */
    public GuardedHomeTimelines(HomeTimelineReader reader, HomeTimelineBackfill writer,
            Function<UserId, String> shardOf, ShardSettings settings) {
        this.reader = reader;
        this.writer = writer;
        this.shardOf = shardOf;
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED).slidingWindowSize(settings.judgedCalls())
                .minimumNumberOfCalls(settings.judgedCalls() / 2).failureRateThreshold(FAILED_PERCENT)
                .waitDurationInOpenState(settings.rest())
                // By itself: nobody asks a shard any more whose slots another one has taken over.
                .automaticTransitionFromOpenToHalfOpenEnabled(true).permittedNumberOfCallsInHalfOpenState(TRIALS)
                .recordException(HomeTimelinesUnavailableException.class::isInstance)
                .ignoreException(GuardedHomeTimelines::isTheCallersDoing).writableStackTraceEnabled(false).build());
    }

    @Override
    public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
        return guarded(user, () -> reader.page(user, before, limit, deadline));
    }

    @Override
    public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
        return guarded(user, () -> reader.beginRebuild(user, deadline));
    }

    @Override
    public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
            Deadline deadline) {
        for (UserId follower : followers) {
            Boolean _ = guarded(follower, () -> {
                writer.backfill(entries, completeFrom, List.of(follower), deadline);
                return true;
            });
        }
    }

    /** How many shards are left alone at this moment, for metrics. */
    public long resting() {
        return breakers.getAllCircuitBreakers().stream().filter(breaker -> breaker.getState() == State.OPEN).count();
    }

    private <T> T guarded(UserId user, Supplier<T> call) {
        try {
            return breakers.circuitBreaker(shardOf.apply(user)).executeSupplier(call);
        } catch (CallNotPermittedException leftAlone) {
            throw new HomeTimelinesUnavailableException("the cache failed a moment ago and is left alone", leftAlone);
        }
    }

    /** Who had hardly any time left did not find out anything about the shard. */
    private static boolean isTheCallersDoing(Throwable failure) {
        return failure instanceof HomeTimelinesUnavailableException outage && outage.isOutOfTime();
    }
}
