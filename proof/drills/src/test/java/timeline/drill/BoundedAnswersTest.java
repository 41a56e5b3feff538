package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.drill.crowd.Ledger.Ending;
import timeline.drill.crowd.Ledger.Kind;
import timeline.drill.crowd.Ledger.Request;
import timeline.history.Invariant.Finding;
import timeline.history.Invariant.Violation;

/** A late answer is a broken promise, whatever it was an answer to; persistence is none. */
class BoundedAnswersTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private static Finding check(Duration took, Duration slowest, int status) {
        return BoundedAnswers.check(List.of(new Request(NOON, 7, 7 + took.toNanos(), Kind.IDEMPOTENT, "POST",
                "/v1/tokens", 1, slowest, new Ending(status, "", ""))));
    }

    @Test
    void aTryOfMoreThanTwoSecondsIsAViolation() {
        Duration late = Duration.ofMillis(2_150);

        assertThat(check(late, late, 200).violations())
                .extracting(Violation::sentence)
                .containsExactly("POST /v1/tokens of 2026-11-29T12:00:00Z took 2150 ms");
        assertThat(check(late, late, 503).violations()).as("also of one that failed").hasSize(1);
    }

    @Test
    void aSeriesOfTriesIsNone() {
        Finding finding = check(Duration.ofSeconds(9), Duration.ofMillis(1_900), 201);

        assertThat(finding.tested()).isEqualTo(1);
        assertThat(finding.violations()).isEmpty();
    }
}
