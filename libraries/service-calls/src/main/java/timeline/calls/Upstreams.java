package timeline.calls;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import timeline.settings.BadSettingException;
import timeline.settings.SettingRules;

/** Makes the {@link Upstream} to each service that is called, and watches over them until it is closed. */
public final class Upstreams implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upstreams.class);
    private static final Pattern COMMA = Pattern.compile(",");

    private final Function<String, @Nullable String> settings;
    private final Transport transport;
    private final UpstreamSettings upstream;
    private final MeterRegistry meters;
    private final Map<String, Upstream> made = new ConcurrentHashMap<>();
    private final ExecutorService probes = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread watch;

    /** @param settings looks a setting up by its key */
    public Upstreams(Function<String, @Nullable String> settings, UpstreamSettings upstream, CallHeaders headers,
            MeterRegistry meters) {
        this.settings = settings;
        this.transport = new HttpTransport(upstream.connectTimeout(), headers, System::nanoTime);
        this.upstream = upstream;
        this.meters = meters;
        this.watch = Thread.ofVirtual().name("upstreams").start(this::watch);
    }

    /**
     * The one {@link Upstream} to the service whose base URLs stand under {@code timeline.SERVICE.urls}, separated by commas.
     *
     * @throws BadSettingException when they are not set, or one is no http URL of a host
     */
    public Upstream to(String service) {
        return made.computeIfAbsent(service, this::make);
    }

    private Upstream make(String service) {
        String name = service + ".urls";
        String urls = settings.apply("timeline." + name);
        SettingRules rules = SettingRules.under("timeline").that(urls != null && !urls.isBlank(), name, "nothing",
                "the base URLs of " + service);
        List<URI> bases = COMMA.splitAsStream(Objects.toString(urls)).map(url -> base(rules, name, url.strip()))
                .toList();
        return new Upstream(service, bases, transport, upstream, meters, System::nanoTime,
                () -> ThreadLocalRandom.current().nextLong(), probes);
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(Upstream.LOOK_EVERY);
                made.values().forEach(Upstreams::look);
                transport.lookAfterIdle();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that fails must not keep the others from being looked at. */
    private static void look(Upstream upstream) {
        try {
            upstream.look();
        } catch (RuntimeException defect) {
            log.error("The instances of {} could not be looked at", upstream.service(), defect);
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        probes.shutdownNow();
        transport.close();
    }

    private static URI base(SettingRules rules, String name, String url) {
        try {
            URI base = new URI(url);
            rules.that(base.getHost() != null && "http".equals(base.getScheme()), name, '"' + url + '"',
                    "http URLs of hosts");
            return base;
        } catch (URISyntaxException malformed) {
            throw new BadSettingException("timeline." + name + " must be URLs, not \"" + url + '"');
        }
    }
}
