package timeline.load.gatling;

import java.time.Duration;
import java.util.Objects;

/** What {@code ./timeline load} tells a simulation, as system properties: Gatling makes simulations itself. */
final class Settings {
    private Settings() {
    }

    /** For example {@code http://127.0.0.1:8080}. */
    static String gateway() {
        return Objects.requireNonNull(System.getProperty("load.gateway"), "load.gateway");
    }

    /** A CSV file with the columns {@code token} and {@code author} (1 where the user may post). */
    static String users() {
        return Objects.requireNonNull(System.getProperty("load.users"), "load.users");
    }

    static double requestsPerSecond() {
        return Double.parseDouble(System.getProperty("load.rate", "100"));
    }

    static Duration duration() {
        return Duration.ofSeconds(Long.getLong("load.seconds", 60));
    }
}
