package timeline.calls;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import timeline.deadline.Deadline;
import timeline.edge.Serving;

/** Instances that answer, refuse connections, break off or hang, as the test says; remembers who was asked for how long. */
final class FaultyTransport implements Transport {
    /** What an instance does with a request. */
    enum Mood {
        ANSWERS, QUEUES, LEAVES, UNAVAILABLE, STARTING, OVERLOADED, REFUSES_CONNECTIONS, LOSES_CONNECTIONS, BREAKS_OFF, HANGS
    }

    private final AtomicLong nanos;
    private final Map<URI, Mood> moods = new HashMap<>();
    private final List<URI> asked = new ArrayList<>();
    private final List<Duration> timeouts = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** @param nanos the time, which passes while an instance hangs */
    FaultyTransport(AtomicLong nanos) {
        this.nanos = nanos;
    }

    FaultyTransport set(URI instance, Mood mood) {
        moods.put(instance, mood);
        return this;
    }

    /** The instances that were asked, in order. */
    List<URI> asked() {
        return asked;
    }

    /** The time-out of each call, in order. */
    List<Duration> timeouts() {
        return timeouts;
    }

    /** The milliseconds that each instance was told to have. */
    List<String> told() {
        return told;
    }

    @Override
    public UpstreamResponse send(String service, URI instance, UpstreamRequest request, Duration timeout,
            CompletableFuture<?> givenUp) throws IOException {
        asked.add(instance);
        timeouts.add(timeout);
        told.add(Deadline.current().forNextService());
        return switch (moods.getOrDefault(instance, Mood.ANSWERS)) {
            case ANSWERS -> response(service, 200, "{\"from\":\"" + instance + "\"}");
            case QUEUES -> new UpstreamResponse(service, 200, Map.of("X-Queue-Delay", List.of("37")), new byte[0]);
            case LEAVES -> new UpstreamResponse(service, 200, Map.of("connection", List.of("close")), new byte[0]);
            case UNAVAILABLE -> response(service, 503, "{}");
            case STARTING -> refusal(service, Serving.STARTING);
            case OVERLOADED -> refusal(service, Serving.OVERLOADED);
            case REFUSES_CONNECTIONS -> throw new NotConnectedException(new ConnectException("refused"), true);
            case LOSES_CONNECTIONS ->
                throw new NotConnectedException(new HttpConnectTimeoutException("nobody answers"), false);
            case BREAKS_OFF -> throw new IOException("reset");
            case HANGS -> {
                nanos.addAndGet(timeout.toNanos());
                throw new IOException("slow", new TimeoutException());
            }
        };
    }

    private static UpstreamResponse refusal(String service, String why) {
        return new UpstreamResponse(service, 503, Map.of(Serving.REFUSED, List.of(why)), new byte[0]);
    }

    private static UpstreamResponse response(String service, int status, String body) {
        return new UpstreamResponse(service, status, Map.of("content-type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
