package timeline.calls;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Upstream} to each service that is called. */
public final class Upstreams {
    private final Function<String, @Nullable String> settings;
    private final Transport transport;
    private final UpstreamSettings upstream;
    private final MeterRegistry meters;

    /** @param settings looks a setting up by its key */
    public Upstreams(Function<String, @Nullable String> settings, UpstreamSettings upstream, CallHeaders headers,
            MeterRegistry meters) {
        this.settings = settings;
        this.transport = new HttpTransport(upstream.connectTimeout(), headers);
        this.upstream = upstream;
        this.meters = meters;
    }

    /**
     * The service whose base URLs stand under {@code timeline.SERVICE.urls}, separated by commas.
     *
     * @throws IllegalStateException when they are not set
     */
    public Upstream to(String service) {
        String key = "timeline." + service + ".urls";
        String urls = settings.apply(key);
        if (urls == null || urls.isBlank()) {
            throw new IllegalStateException("set " + key + " to the base URLs of " + service);
        }
        List<URI> bases = List.of(urls.split(",")).stream().map(String::strip).map(URI::create).toList();
        return new Upstream(service, bases, transport, upstream, meters);
    }
}
