package timeline.home.redis;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The home timelines behind a circuit breaker: when most of the last calls failed, the cache is not asked for a second, so that a
 * dead one costs a read nothing. One that is dead by a third, as with a primary that is being replaced, keeps the breaker
 * closed: the time-outs bound it, and the other two thirds go on being read.
 */
public final class GuardedHomeTimelines implements HomeTimelineReader, HomeTimelineWriter {
    private static final int JUDGED_CALLS = 20;
    private static final int JUDGED_FROM = 10;
    private static final int FAILED_PERCENT = 50;
    private static final int TRIALS = 3;
    private static final Duration REST = Duration.ofSeconds(1);

    private final HomeTimelineReader reader;
    private final HomeTimelineWriter writer;
    private final CircuitBreaker breaker = CircuitBreaker.of("home-timelines", CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED).slidingWindowSize(JUDGED_CALLS)
            .minimumNumberOfCalls(JUDGED_FROM).failureRateThreshold(FAILED_PERCENT).waitDurationInOpenState(REST)
            .permittedNumberOfCallsInHalfOpenState(TRIALS)
            .recordException(HomeTimelinesUnavailableException.class::isInstance)
            .writableStackTraceEnabled(false).build());

    public GuardedHomeTimelines(HomeTimelineReader reader, HomeTimelineWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public CachedPage page(UserId user, TweetId before, int limit) {
        return guarded(() -> reader.page(user, before, limit));
    }

    @Override
    public Optional<Rebuild> beginRebuild(UserId user) {
        return guarded(() -> reader.beginRebuild(user));
    }

    @Override
    public int push(HomeTimelineEntry entry, Collection<UserId> followers) {
        return guarded(() -> writer.push(entry, followers));
    }

    @Override
    public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers) {
        guarded(() -> {
            writer.backfill(entries, completeFrom, followers);
            return true;
        });
    }

    @Override
    public void remove(HomeTimelineEntry entry, Collection<UserId> followers) {
        guarded(() -> {
            writer.remove(entry, followers);
            return true;
        });
    }

    /** Whether the cache is asked at this moment, for metrics. */
    public boolean isAsked() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    private <T> T guarded(Supplier<T> call) {
        try {
            return breaker.executeSupplier(call);
        } catch (CallNotPermittedException leftAlone) {
            throw new HomeTimelinesUnavailableException("the cache failed a moment ago and is left alone", leftAlone);
        }
    }
}
