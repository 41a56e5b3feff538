package timeline.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import timeline.gateway.RateLimit;
import timeline.gateway.RateLimiter;

/**
 * A bucket for each client, in memory: a limiter in a shared store would add a round trip to every request, and would have to
 * choose between hanging and opening when that store is down (T23). The price: n gateways together let n times the limit
 * through. Clients that have not been seen for long are forgotten, which gives them a full bucket, as waiting would have.
 */
public final class LocalBuckets implements RateLimiter {
    private static final long REMEMBERED_CLIENTS = 200_000;

    private final RateLimit limit;
    private final LoadingCache<String, Bucket> buckets;

    public LocalBuckets(RateLimit limit) {
        this.limit = limit;
        // After this time any bucket is full again.
        Duration fill = Duration.ofSeconds(limit.burst() / limit.perSecond() + 60);
        this.buckets = Caffeine.newBuilder().maximumSize(REMEMBERED_CLIENTS).expireAfterAccess(fill)
                .build(client -> full());
    }

    private Bucket full() {
        return Bucket.builder().addLimit(bandwidth -> bandwidth.capacity(limit.burst())
                .refillGreedy(limit.perSecond(), Duration.ofSeconds(1))).build();
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
}
