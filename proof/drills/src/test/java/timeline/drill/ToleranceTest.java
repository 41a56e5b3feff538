package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import timeline.drill.crowd.Ledger.Ending;
import timeline.drill.crowd.Ledger.Kind;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;

/** A drill fails by every failure that users were not told to expect: in that phase, of that request, with that answer. */
class ToleranceTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final List<Stretch> NODE_FROZEN = List.of(stretch("redis", Phase.BEFORE, 0),
            stretch("redis", Phase.BROKEN, 10), stretch("redis", Phase.STARTING, 20), stretch("redis", Phase.AFTER, 30),
            stretch("postgres", Phase.BEFORE, 40), stretch("postgres", Phase.BROKEN, 50),
            stretch("postgres", Phase.STARTING, 60), stretch("postgres", Phase.AFTER, 70));
    private static final List<Stretch> SPIKE = List.of(stretch("stack", Phase.BEFORE, 0),
            stretch("stack", Phase.BROKEN, 10), stretch("stack", Phase.STARTING, 20),
            stretch("stack", Phase.AFTER, 30));

    private static Stretch stretch(String service, Phase phase, int second) {
        return new Stretch(service, phase, nanos(second), nanos(second + 10));
    }

    private static long nanos(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static Figures figures(Tolerance tolerance, List<Stretch> stretches, String path, int status, int second,
            int tookMillis) {
        Duration took = Duration.ofMillis(tookMillis);
        return Figures
                .of(List.of(new Request(NOON, nanos(second), nanos(second) + took.toNanos(), Kind.IDEMPOTENT, "GET",
                        path, 1, took, new Ending(status, "unavailable", ""))), stretches, tolerance);
    }

    private static boolean isAllowed(Tolerance tolerance, List<Stretch> stretches, String path, int status,
            int second) {
        return figures(tolerance, stretches, path, status, second, 1_500).isWithin(Allowance.NONE);
    }

    @ParameterizedTest
    @CsvSource({"/v1/follow, 503, 55", "/v1/follow/7, 503, 59", "/v1/users, 503, 65", "/v1/tokens, 503, 50",
            "/v1/tokens, 503, 49"})
    void whatOnlyTheGraphCanDoMayBeRefusedWhileItIsFrozen(String path, int status, int second) {
        assertThat(isAllowed(Drills.WITHOUT_GRAPH, NODE_FROZEN, path, status, second)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/v1/timeline?limit=100, 503, 55", "/v1/tweets, 503, 55", "/v1/tweets/7, 503, 55"})
    void readsAndPostsMayNotFailEvenThen(String path, int status, int second) {
        assertThat(isAllowed(Drills.WITHOUT_GRAPH, NODE_FROZEN, path, status, second)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/v1/follow, 504, 55", "/v1/follow, 500, 55", "/v1/tokens, 0, 55", "/v1/tokens, 429, 55"})
    void nothingButAnHonest503IsExpected(String path, int status, int second) {
        assertThat(isAllowed(Drills.WITHOUT_GRAPH, NODE_FROZEN, path, status, second)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/v1/follow, 503, 15", "/v1/timeline?limit=100, 503, 15", "/v1/tweets, 503, 15", "/v1/follow, 503, 45",
            "/v1/follow, 503, 71"})
    void nothingMayFailWhileTheGraphIsThere(String path, int status, int second) {
        assertThat(isAllowed(Drills.WITHOUT_GRAPH, NODE_FROZEN, path, status, second)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"503, 11, true", "504, 12, true", "429, 25, true", "500, 11, false", "0, 11, false", "503, 5, false",
            "503, 31, false"})
    void anExcessMayBeRefusedUntilItShouldBeForgotten(int status, int second, boolean allowed) {
        assertThat(isAllowed(Drills.OVERLOADED, SPIKE, "/v1/timeline?limit=100", status, second)).isEqualTo(allowed);
    }

    @Test
    void whatWasExpectedIsCountedApart() {
        Figures expected = figures(Drills.WITHOUT_GRAPH, NODE_FROZEN, "/v1/follow", 503, 55, 20);

        assertThat(expected.allowed()).isEqualTo(1);
        assertThat(expected.failed()).isZero();
        assertThat(expected.failures()).isEmpty();
        assertThat(expected.rows().get(5)).satisfies(row -> assertThat(row.allowed()).isEqualTo(1))
                .satisfies(row -> assertThat(row.failedIdempotent()).isZero());
    }
}
