package timeline.calls;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Instances that answer, refuse connections, break off or hang, as the test says; remembers who was asked for how long. */
final class FaultyTransport implements Transport {
    /** What an instance does with a request. */
    enum Mood {
        ANSWERS, LEAVES, UNAVAILABLE, REFUSES_CONNECTIONS, BREAKS_OFF, HANGS
    }

    private final Map<URI, Mood> moods = new HashMap<>();
    private final List<URI> asked = new ArrayList<>();
    private final List<Duration> timeouts = new ArrayList<>();

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

    @Override
    public UpstreamResponse send(String service, URI instance, UpstreamRequest request, Duration timeout)
            throws IOException {
        asked.add(instance);
        timeouts.add(timeout);
        return switch (moods.getOrDefault(instance, Mood.ANSWERS)) {
            case ANSWERS -> response(service, 200, "{\"from\":\"" + instance + "\"}");
            case LEAVES -> new UpstreamResponse(service, 200, Map.of("connection", List.of("close")), new byte[0]);
            case UNAVAILABLE -> response(service, 503, "{}");
            case REFUSES_CONNECTIONS -> throw new NotConnectedException(new ConnectException("refused"));
            case BREAKS_OFF -> throw new IOException("reset");
            case HANGS -> throw new IOException("slow", new TimeoutException());
        };
    }

    private static UpstreamResponse response(String service, int status, String body) {
        return new UpstreamResponse(service, status, Map.of("content-type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
