package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.drill.Figures.Row;
import timeline.drill.crowd.Ledger.Ending;
import timeline.drill.crowd.Ledger.Kind;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;

/** What users noticed is counted for the phase in which they asked, and judged by what may be repeated and what may not. */
class FiguresTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Allowance SHARE = Allowance.OF_WHAT_DIED;

    private final List<Request> requests = new ArrayList<>();
    private final List<Stretch> stretches = List.of(stretch("gateway", Phase.BEFORE, 0),
            stretch("gateway", Phase.BROKEN, 5), stretch("gateway", Phase.BEFORE, 100),
            stretch("gateway", Phase.BROKEN, 105));

    private static Stretch stretch(String service, Phase phase, int fromSeconds) {
        return new Stretch(service, phase, nanos(fromSeconds), nanos(fromSeconds + 5));
    }

    private static long nanos(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private void request(int second, Kind kind, int tookMillis, int sent, Ending ending) {
        requests.add(new Request(NOON.plusSeconds(second), nanos(second),
                nanos(second) + Duration.ofMillis(tookMillis).toNanos(), kind, "GET", "/v1/timeline", sent,
                Duration.ofMillis(tookMillis / sent), ending));
    }

    private void good(int second) {
        request(second, Kind.IDEMPOTENT, 10, 1, new Ending(200, "", ""));
    }

    private void many(int count) {
        for (int n = 0; n < count; n++) {
            good(1);
        }
    }

    private void failed(Kind kind) {
        request(6, kind, 1_900, 1, new Ending(504, "timeout", "t1"));
    }

    private Figures figures() {
        return Figures.of(requests, stretches, Tolerance.NONE);
    }

    @Test
    void everyTurnOfAPhaseIsInItsRow() {
        good(0);
        good(4);
        good(101);
        good(6);
        good(50);

        assertThat(figures().rows()).extracting(Row::phase).containsExactly(Phase.BEFORE, Phase.BROKEN);
        assertThat(figures().rows()).extracting(Row::requests).containsExactly(3L, 1L);
        assertThat(figures().requests()).isEqualTo(5);
    }

    @Test
    void aRequestThatOutlastsItsPhaseBelongsToWhenItWasAsked() {
        request(4, Kind.IDEMPOTENT, 3_000, 1, new Ending(0, "HttpTimeoutException", ""));

        assertThat(figures().rows()).extracting(Row::failedIdempotent).containsExactly(1L, 0L);
        assertThat(figures().failures()).singleElement()
                .satisfies(failure -> assertThat(failure.during()).isEqualTo("gateway before"));
    }

    @Test
    void aRowTellsTheSlowestTheRefusedAndTheRepeated() {
        for (int n = 0; n < 400; n++) {
            good(5);
        }
        request(6, Kind.IDEMPOTENT, 700, 1, new Ending(429, "rate-limited", ""));
        request(6, Kind.IDEMPOTENT, 800, 4, new Ending(201, "", ""));
        request(6, Kind.OTHER, 900, 1, new Ending(503, "overloaded", ""));

        Row row = figures().rows().getLast();
        assertThat(row.refused()).isEqualTo(2);
        assertThat(row.repeated()).isEqualTo(1);
        assertThat(row.failedIdempotent()).isEqualTo(1);
        assertThat(row.failedOther()).isEqualTo(1);
        assertThat(row.slowest()).isEqualTo(Duration.ofMillis(900));
        assertThat(row.p99()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void oneIdempotentRequestOfAMillionIsOneTooMany() {
        many(30_000);
        assertThat(figures().isWithin(SHARE)).isTrue();

        failed(Kind.IDEMPOTENT);
        assertThat(figures().isWithin(SHARE)).isFalse();
    }

    @Test
    void ofTheOthersOneInTenThousandMayFailAndNoMore() {
        many(29_997);
        failed(Kind.OTHER);
        failed(Kind.OTHER);
        failed(Kind.OTHER);
        assertThat(figures().isWithin(SHARE)).as("3 of 30,000").isTrue();

        failed(Kind.OTHER);
        assertThat(figures().isWithin(SHARE)).as("4 of 30,001").isFalse();
    }

    @Test
    void whereOneOfEachIsEnoughNothingMayFail() {
        many(30_000);
        failed(Kind.OTHER);

        assertThat(figures().isWithin(Allowance.NONE)).isFalse();
    }

    @Test
    void theFirstFailuresAreShownInOrderAndTheOthersCounted() {
        failed(Kind.OTHER);
        request(2, Kind.IDEMPOTENT, 17, 1, new Ending(503, "unavailable", "t2"));
        request(3, Kind.IDEMPOTENT, 5_000, 1, new Ending(0, "ConnectException", ""));
        request(106, Kind.IDEMPOTENT, 10_200, 31, new Ending(409, "idempotency-in-flight", "t3"));
        for (int n = 0; n < 10; n++) {
            failed(Kind.OTHER);
        }

        List<String> lines = FigureLines.of(figures());

        assertThat(lines).contains(
                "      2026-11-29T12:00:02Z gateway before GET /v1/timeline: 503 unavailable after 17 ms, trace t2",
                "      2026-11-29T12:00:03Z gateway before GET /v1/timeline: no answer, ConnectException after 5000 ms",
                "      2026-11-29T12:00:06Z gateway broken GET /v1/timeline: 504 timeout after 1900 ms, trace t1",
                "      and 4 more failures");
        assertThat(lines).filteredOn(line -> line.contains("12:00:02Z") || line.contains("12:00:03Z"))
                .isEqualTo(lines.subList(4, 6));
    }

    @Test
    void aDrillWithoutPhasesShowsNoTable() {
        many(3);

        assertThat(FigureLines.of(Figures.of(requests, List.of(), Tolerance.NONE))).isEmpty();
    }
}
