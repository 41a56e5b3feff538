package timeline.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;
import timeline.gateway.RateLimit;
import timeline.gateway.RateLimiter;

/**
 * A bucket for each client, in memory: a limiter in a shared store would add a round trip to every request, and would have to
 * choose between hanging and opening when that store is down (ADR 0007). The price: n gateways together let n times the limit
 * through. A client that was not seen for a window is forgotten: its bucket would be full again.
 */
public final class LocalBuckets implements RateLimiter {
    private static final long REMEMBERED_CLIENTS = 200_000;

    private final RateLimit limit;
    private final TimeMeter clock;
    private final LoadingCache<String, Bucket> buckets;

    /** @param nanoClock a clock that never goes back, in nanoseconds */
    public LocalBuckets(RateLimit limit, LongSupplier nanoClock) {
        this.limit = limit;
        this.clock = new NanoMeter(nanoClock);
        this.buckets = Caffeine.newBuilder().maximumSize(REMEMBERED_CLIENTS).expireAfterAccess(limit.window())
                .build(client -> full());
    }

    private Bucket full() {
        return Bucket.builder().withCustomTimePrecision(clock).addLimit(
                bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.burst(), limit.window())).build();
    }

    @Override
    public RateLimit limit() {
        return limit;
    }

    @Override
    public RateLimit.Decision take(String client) {
        ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new RateLimit.Decision.Allowed(probe.getRemainingTokens())
                : new RateLimit.Decision.Refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private record NanoMeter(LongSupplier clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
