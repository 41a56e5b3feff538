package timeline.calls;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;

/**
 * Another service, behind any number of instances. Calls go to the instances in turn. An instance that cannot be connected to is
 * passed over at once, and one that says it is about to stop is asked last; when one fails after the request was sent, or answers 503, only calls that may be repeated go on to the
 * next. Each instance is asked at most once a call (failover is the only retry: repeated ones multiply the load of a service that is failing already), and all within the request's
 * {@link Deadline}.
 */
public final class Upstream {
    private static final int UNAVAILABLE = 503;

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
        meters.gauge("upstream.instances.resting", Tags.of("upstream", service), instances, Upstream::resting);
    }

    private static double resting(List<Instance> instances) {
        return instances.stream().filter(Instance::isResting).count();
    }

    /** The service's name. */
    public String service() {
        return service;
    }

    /**
     * The answer of the first instance that has one below 500.
     *
     * @throws UpstreamUnavailableException when no instance gave one in time; with the last answer, if there was any
     */
    public UpstreamResponse call(UpstreamRequest request) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "none";
        try {
            UpstreamResponse response = ask(request);
            outcome = Integer.toString(response.status());
            if (response.status() >= 500) {
                throw UpstreamUnavailableException.answered(service, response);
            }
            return response;
        } finally {
            sample.stop(meters.timer("upstream.requests", "upstream", service, "outcome", outcome));
        }
    }

    private UpstreamResponse ask(UpstreamRequest request) {
        Deque<Instance> waiting = new ArrayDeque<>(candidates());
        Set<Instance> resting = new HashSet<>();
        @Nullable
        UpstreamResponse refusal = null;
        @Nullable
        IOException failure = null;
        while (!waiting.isEmpty()) {
            Instance instance = waiting.poll();
            boolean last = waiting.isEmpty() || !request.mayBeRepeated();
            Duration timeout = Deadline.current().atMost(last ? settings.responseTimeout() : settings.failoverAfter());
            if (timeout.isZero()) {
                break;
            }
            if (!instance.tryAcquire()) {
                // It comes once more, after the others, and only where one of them has failed: in a rolling restart the instance
                // that came back a moment ago is the only one there is.
                if (resting.add(instance)) {
                    waiting.add(instance);
                    continue;
                }
                if (refusal == null && failure == null) {
                    continue;
                }
            }
            try {
                UpstreamResponse response = instance.call(transport, service, request, timeout);
                if (response.status() != UNAVAILABLE || !request.mayBeRepeated()) {
                    return response;
                }
                refusal = response;
            } catch (NotConnectedException notSent) {
                failure = notSent;
            } catch (IOException maybeSent) {
                failure = maybeSent;
                if (!request.mayBeRepeated()) {
                    break;
                }
            }
        }
        if (refusal != null) {
            return refusal;
        }
        throw UpstreamUnavailableException.failed(service, failure);
    }

    /** The instances from the one whose turn it is; those that are about to stop come last. */
    private List<Instance> candidates() {
        List<Instance> candidates = new ArrayList<>(instances);
        Collections.rotate(candidates, -Math.floorMod(turn.getAndIncrement(), instances.size()));
        candidates.sort(Comparator.comparing(Instance::isLeaving));
        return candidates;
    }
}
