package timeline.chassis.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import timeline.chassis.Deadline;

/**
 * Another service, behind any number of instances. Calls go to the instances in turn. An instance that cannot be connected to is
 * passed over at once; when it fails after the request was sent, only calls that may be repeated go on to the next one. Each
 * instance is asked at most once a call (T22: no retries beside failover), and all within the request's {@link Deadline}.
 */
public final class Upstream {
    private final String service;
    private final List<Instance> instances;
    private final Transport transport;
    private final UpstreamSettings settings;
    private final MeterRegistry meters;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(String service, List<URI> bases, Transport transport, UpstreamSettings settings, MeterRegistry meters) {
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("no URL for " + service);
        }
        this.service = service;
        this.instances = bases.stream().map(base -> new Instance(base, settings)).toList();
        this.transport = transport;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * The first usable answer: any status below 500.
     *
     * @throws UpstreamUnavailableException when no instance gave one in time
     */
    public UpstreamResponse call(UpstreamRequest request) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "unavailable";
        try {
            UpstreamResponse response = ask(request);
            outcome = Integer.toString(response.status());
            return response;
        } finally {
            sample.stop(meters.timer("upstream.requests", "upstream", service, "outcome", outcome));
        }
    }

    private UpstreamResponse ask(UpstreamRequest request) {
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        boolean sent = false;
        @Nullable
        Throwable failure = null;
        for (int i = 0; i < instances.size(); i++) {
            Duration timeout = Deadline.current().atMost(settings.responseTimeout());
            Instance instance = instances.get((first + i) % instances.size());
            if (timeout.isZero() || !instance.tryAcquire()) {
                continue;
            }
            try {
                UpstreamResponse response = instance.call(transport, service, request, timeout);
                if (!Instance.isUnable(response)) {
                    return response;
                }
                sent = true;
            } catch (NotConnectedException notSent) {
                failure = notSent;
                continue;
            } catch (IOException maybeSent) {
                failure = maybeSent;
                sent = true;
            }
            if (!request.idempotent()) {
                break;
            }
        }
        throw new UpstreamUnavailableException(service, sent, failure);
    }
}
