package timeline.chassis.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One instance of a service, and whether it is worth asking. */
final class Instance {
    private final URI base;
    private final CircuitBreaker breaker;

    Instance(URI base, UpstreamSettings settings) {
        this.base = base;
        this.breaker = CircuitBreaker.of(base.toString(), CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED).slidingWindowSize(settings.judgedCalls())
                .minimumNumberOfCalls(Math.min(3, settings.judgedCalls())).failureRateThreshold(50)
                .waitDurationInOpenState(settings.rest()).permittedNumberOfCallsInHalfOpenState(1)
                .writableStackTraceEnabled(false).build());
    }

    /** Takes a permission to call; every permission is used by exactly one {@link #call}. */
    boolean tryAcquire() {
        return breaker.tryAcquirePermission();
    }

    URI base() {
        return base;
    }

    UpstreamResponse call(Transport transport, String service, UpstreamRequest request, Duration timeout)
            throws IOException {
        long start = System.nanoTime();
        try {
            UpstreamResponse response = transport.send(service, base, request, timeout);
            if (isUnable(response)) {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS,
                        new IOException("status " + response.status()));
            } else {
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
            return response;
        } catch (IOException | RuntimeException failure) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
            throw failure;
        }
    }

    /** The instance itself says that it cannot answer: another one might. */
    static boolean isUnable(UpstreamResponse response) {
        return response.status() >= 500;
    }
}
