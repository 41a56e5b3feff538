package timeline.calls;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One instance of a service, and whether it is worth asking. Only silence counts against it: an instance that answers is alive,
 * whatever it answers, and one failing kind of request must not take the others down with it.
 */
final class Instance {
    private final URI base;
    private final CircuitBreaker breaker;
    private final Duration fairTime;
    private final Duration rest;
    private volatile long leftAtNanos;
    private volatile boolean left;

    Instance(URI base, UpstreamSettings settings) {
        this.base = base;
        this.fairTime = settings.failoverAfter();
        this.rest = settings.rest();
        this.breaker = CircuitBreaker.of(base.toString(), CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED).slidingWindowSize(settings.judgedCalls())
                .minimumNumberOfCalls(Math.min(3, settings.judgedCalls())).failureRateThreshold(50)
                .waitDurationInOpenState(settings.rest()).permittedNumberOfCallsInHalfOpenState(1)
                .writableStackTraceEnabled(false).build());
    }

    URI base() {
        return base;
    }

    /** Whether it is being left alone. */
    boolean isResting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** Whether it has said a moment ago that it is about to stop. */
    boolean isLeaving() {
        return left && System.nanoTime() - leftAtNanos < rest.toNanos();
    }

    /** Takes a permission to call; every permission is used by exactly one {@link #call}, which is also possible without. */
    boolean tryAcquire() {
        return breaker.tryAcquirePermission();
    }

    UpstreamResponse call(Transport transport, String service, UpstreamRequest request, Duration timeout)
            throws IOException {
        long start = System.nanoTime();
        try {
            UpstreamResponse response = transport.send(service, base, request, timeout);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            noteWhetherItLeaves(response);
            return response;
        } catch (IOException | RuntimeException silence) {
            if (silence.getCause() instanceof TimeoutException && timeout.compareTo(fairTime) < 0) {
                // The request came with hardly any time left, which is not the instance's doing.
                breaker.releasePermission();
            } else {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, silence);
            }
            throw silence;
        }
    }

    /** A service that is told to stop closes its connections before it stops listening; on errors any server may. */
    private void noteWhetherItLeaves(UpstreamResponse response) {
        left = response.status() < 400 && response.header("connection").filter("close"::equalsIgnoreCase).isPresent();
        if (left) {
            leftAtNanos = System.nanoTime();
        }
    }
}
