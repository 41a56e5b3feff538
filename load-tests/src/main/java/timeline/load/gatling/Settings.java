package timeline.load.gatling;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import timeline.client.TimelineClient;

/** What {@code ./timeline load} tells a simulation, as system properties: Gatling makes simulations itself. */
final class Settings {
    private Settings() {
    }

    /** For example {@code http://127.0.0.1:8080}. */
    static String gateway() {
        return Objects.requireNonNull(System.getProperty("load.gateway"), "load.gateway");
    }

    /** The service that makes tokens: the gateway rightly limits how many one address may ask for. */
    static String accounts() {
        return Objects.requireNonNull(System.getProperty("load.accounts"), "load.accounts");
    }

    /** The users, signed in. */
    static Readers readers() {
        TimelineClient client = new TimelineClient(URI.create(gateway()), URI.create(accounts()), Clock.systemUTC());
        String prefix = Objects.requireNonNull(System.getProperty("load.prefix"), "load.prefix");
        return new Readers(client,
                IntStream.range(0, Integer.getInteger("load.users", 0)).mapToObj(rank -> prefix + rank)
                        .toList());
    }

    static double requestsPerSecond() {
        return Double.parseDouble(System.getProperty("load.rate", "100"));
    }

    static Duration duration() {
        return Duration.ofSeconds(Long.getLong("load.seconds", 60));
    }
}
