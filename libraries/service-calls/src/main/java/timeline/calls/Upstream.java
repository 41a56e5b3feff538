package timeline.calls;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import timeline.edge.request.AnswerHeaders;
import timeline.traffic.ReportedDelay;
import timeline.deadline.Deadline;
import timeline.traffic.Instance;
import timeline.traffic.Instances;
import timeline.traffic.RetryBudget;

/**
 * Another service, behind any number of instances. Each call goes to the instance with the fewest of them; when that one cannot be
 * connected to, or says that it has not begun, the call goes on to another one, whatever it is. When it fails after it was sent, or is
 * answered with 503, only calls that may be repeated go on, as far as the {@link RetryBudget} lasts. Each instance is asked at most once
 * a call, and all within the request's {@link Deadline} (ADR 0023).
 */
public final class Upstream {
    /** How often the instances are looked at. */
    static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final String service;
    private final Instances instances;
    private final RetryBudget budget;
    private final ReportedDelay queueDelay;
    private final Transport transport;
    private final UpstreamSettings settings;
    private final MeterRegistry meters;
    private final Executor probes;

    /** @param probes runs the probes, none of which takes longer than its patience */
    Upstream(String service, List<URI> bases, Transport transport, UpstreamSettings settings, MeterRegistry meters,
            LongSupplier nanos, RandomGenerator random, Executor probes) {
        this.service = service;
        this.instances = new Instances(bases, settings.rules(), LOOK_EVERY, nanos, random);
        this.budget = new RetryBudget(settings.retryShare(), settings.retryMost(), nanos);
        this.queueDelay = new ReportedDelay(nanos);
        this.transport = transport;
        this.settings = settings;
        this.meters = meters;
        this.probes = probes;
        for (Instance.State state : Instance.State.values()) {
            Tags tags = Tags.of("upstream", service, "state", state.name().toLowerCase(Locale.ROOT));
            meters.gauge("upstream.instances", tags, instances, all -> count(all, state));
        }
        meters.gauge("upstream.budget", Tags.of("upstream", service), budget, RetryBudget::left);
    }

    private static double count(Instances instances, Instance.State state) {
        return instances.all().stream().filter(instance -> instance.state() == state).count();
    }

    /** The service's name. */
    public String service() {
        return service;
    }

    /** For how long work waits there, in nanoseconds, as its last answer said; zero when there was none lately. */
    public long queueNanos() {
        return queueDelay.nanos();
    }

    /** All instances, each to be asked for itself. */
    public EachInstance each() {
        return new EachInstance(service, instances.all().stream().map(Instance::address).toList(), transport,
                InetAddress::getAllByName);
    }

    /** Whether one of the instances serves, as far as is known. */
    public boolean isServing() {
        return instances.isAnotherServing(List.of());
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
            UpstreamResponse response = new Call(service, instances, budget, this::send, settings.firstTry(), meters,
                    request, Deadline.current()).answer();
            outcome = Integer.toString(response.status());
            if (response.status() >= 500) {
                throw UpstreamUnavailableException.answered(service, response);
            }
            budget.succeeded();
            return response;
        } finally {
            sample.stop(meters.timer("upstream.requests", "upstream", service, "outcome", outcome));
        }
    }

    private UpstreamResponse send(String called, URI instance, UpstreamRequest request, Duration timeout,
            CompletableFuture<?> givenUp) throws IOException {
        UpstreamResponse response = transport.send(called, instance, request, timeout, givenUp);
        response.header(AnswerHeaders.QUEUE_DELAY).flatMap(Upstream::millis).ifPresent(queueDelay::report);
        return response;
    }

    private static Optional<Duration> millis(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Duration.ofMillis(Long.parseLong(text))) : Optional.empty();
    }

    /** Looks at the instances, and probes those of which nothing is known; to be called every {@link #LOOK_EVERY}. */
    void look() {
        instances.look();
        for (Instance instance : instances.all()) {
            if (instance.wantsProbe()) {
                probes.execute(new Probe(service, instance, transport, instances::isCallerLate));
            }
        }
    }
}
