package timeline.edge.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import timeline.settings.SettingRules;

/**
 * {@code timeline.http.*}: bounds of every request.
 *
 * @param bodyLimit the largest body that is taken
 * @param budget the time that a request may take in this service when its caller does not say less (G12)
 * @param heedsCallers whether a caller may shorten the budget; what serves the public says no
 * @param mostInFlight requests that are served at once, more are refused with a 503; zero: as many as half of the heap holds
 * @param bytesPerRequest what a request in flight is taken to hold of the heap, its connection and its calls included
 * @param mostConnections connections at once, more wait; zero: four for each request in flight
 * @param drain how long the service goes on serving after it was told to stop
 */
@ConfigurationProperties("timeline.http")
record HttpSettings(@DefaultValue("16KB") DataSize bodyLimit, @DefaultValue("1800ms") Duration budget,
        @DefaultValue("true") boolean heedsCallers, @DefaultValue("0") int mostInFlight,
        @DefaultValue("512KB") DataSize bytesPerRequest, @DefaultValue("0") int mostConnections,
        @DefaultValue("300ms") Duration drain) {
    private static final int FEWEST_IN_FLIGHT = 16;
    private static final int MOST_IN_FLIGHT = 2000;
    private static final int CONNECTIONS_PER_REQUEST = 4;

    HttpSettings {
        SettingRules.under("timeline.http")
                .that(bodyLimit.toBytes() >= 1 && bodyLimit.toMegabytes() < 16, "body-limit", bodyLimit, "1B to 16MB")
                .upTo("budget", budget, Duration.ofMinutes(1)).between("most-in-flight", mostInFlight, 0, 100_000)
                .that(bytesPerRequest.toBytes() >= 1024 && bytesPerRequest.toGigabytes() < 1, "bytes-per-request",
                        bytesPerRequest, "1KB to 1GB")
                .between("most-connections", mostConnections, 0, 1_000_000)
                .between("drain", drain, Duration.ZERO, Duration.ofMinutes(1));
    }

    /** The bound on requests in flight in a JVM of this heap. */
    int mostInFlight(long heapBytes) {
        return mostInFlight > 0
                ? mostInFlight
                : Math.clamp(heapBytes / 2 / bytesPerRequest.toBytes(), FEWEST_IN_FLIGHT, MOST_IN_FLIGHT);
    }

    /** Whether callers are told how this instance is: what serves the public does not, and does not heed its callers either. */
    boolean tellsCallers() {
        return heedsCallers;
    }

    /** The bound on connections in a JVM of this heap. */
    int mostConnections(long heapBytes) {
        return mostConnections > 0 ? mostConnections : CONNECTIONS_PER_REQUEST * mostInFlight(heapBytes);
    }
}
