package timeline.drill.report;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.drill.report.Told.ALICE;
import static timeline.drill.report.Told.BOB;
import static timeline.drill.report.Told.seen;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.drill.report.Course.Period;
import timeline.history.Outcome;
import timeline.history.Action;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A table that can't show that something is wrong is none: each row, by a history in which it is. */
class TableTest {
    private static final double NONE = -1;

    private final Told told = new Told();

    /** Two tweets before it and one meanwhile, which Bob sees. */
    private Told good() {
        return told.follow(1).post(2, 2).post(3, 3).read(4, BOB, seen(3), seen(2)).post(12, 12)
                .read(13, BOB, seen(12), seen(3), seen(2)).read(14, ALICE, seen(12), seen(3), seen(2));
    }

    /** After all, so that nothing is lost. */
    private Told end() {
        return told.read(28, ALICE, seen(12), seen(3), seen(2)).read(29, BOB, seen(12), seen(3), seen(2));
    }

    private List<Double> row(String what) {
        return told.table().stream().filter(row -> row.what().equals(what)).findFirst().map(
                row -> Arrays.stream(Period.values()).map(period -> row.at(period).orElse(NONE)).toList())
                .orElseThrow(() -> new AssertionError("no row " + what + " in " + told.table()));
    }

    @Test
    void aGoodHistoryHasNoBreachInAnyPeriod() {
        good();
        end();

        assertThat(List.of("lost", "duplicates", "order errors", "un-seen", "read-your-writes violations"))
                .allSatisfy(what -> assertThat(row(what)).as(what).containsExactly(0.0, 0.0, 0.0));
        assertThat(row("acknowledged")).containsExactly(2.0, 1.0, 0.0);
    }

    @Test
    void aTweetIsLostInThePeriodInWhichItWasPosted() {
        good().read(28, ALICE, seen(12), seen(3), seen(2)).read(29, BOB, seen(3));

        assertThat(row("lost")).containsExactly(1.0, 1.0, 0.0);
    }

    @Test
    void aDuplicateIsInThePeriodInWhichItWasShown() {
        good().read(15, BOB, seen(12), seen(12), seen(3), seen(2)).read(25, BOB, seen(12), seen(3), seen(2), seen(2));
        end();

        assertThat(row("duplicates")).containsExactly(0.0, 1.0, 1.0);
    }

    @Test
    void anOrderErrorIsInThePeriodInWhichItWasShown() {
        good().read(5, BOB, seen(2), seen(3)).read(15, BOB, seen(3), seen(12), seen(2));
        end();

        assertThat(row("order errors")).containsExactly(1.0, 1.0, 0.0);
    }

    @Test
    void whatWasSeenAndThenNotIsInThePeriodInWhichItWasNot() {
        good().read(21, BOB, seen(12), seen(2));
        end();

        assertThat(row("un-seen")).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void anOwnTweetThatIsMissingIsInThePeriodInWhichItWas() {
        good().read(15, ALICE, seen(3), seen(2));
        end();

        assertThat(row("read-your-writes violations")).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void whatHasNoWordOfItsOwnHasItsNumber() {
        good().read(15, BOB, seen(12), seen(7), seen(3), seen(2));
        end();

        assertThat(row("G1 no phantom")).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void everyEndpointHasARowOfEachStatus() {
        told.request(5, "GET", "/v1/timeline?limit=100", 200).request(15, "GET", "/v1/timeline?limit=20&cursor=x", 200)
                .request(15, "GET", "/v1/timeline?limit=100", 503).request(16, "DELETE", "/v1/tweets/70000000000", 0)
                .request(25, "POST", "/v1/tweets", 201);

        assertThat(row("GET /v1/timeline 200")).containsExactly(1.0, 1.0, 0.0);
        assertThat(row("GET /v1/timeline 503")).containsExactly(0.0, 1.0, 0.0);
        assertThat(row("DELETE /v1/tweets/{id} no answer")).containsExactly(0.0, 1.0, 0.0);
        assertThat(row("POST /v1/tweets 201")).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void whatIsNamedAsMissingIsCountedByName() {
        told.request(15, "GET", "/v1/timeline?limit=100", 200, "cache", "fan-out")
                .request(21, "GET", "/v1/timeline?limit=100", 200, "cache");

        assertThat(row("Timeline-Degraded: cache")).containsExactly(0.0, 1.0, 1.0);
        assertThat(row("Timeline-Degraded: fan-out")).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void aTweetThatIsLateIsInThePeriodInWhichItWasAcknowledged() {
        told.follow(1).post(12, 12).read(13, BOB).read(16, BOB).read(25, BOB, seen(12));

        assertThat(row("freshness after the tweet p50")).isEqualTo(row("freshness after the tweet p99"));
        assertThat(row("freshness after the tweet p50").get(1)).isBetween(3_998.0, 4_001.0);
        assertThat(row("freshness after the tweet p50").getFirst()).isEqualTo(NONE);
    }

    @Test
    void whatAFollowBringsLateIsInThePeriodOfTheFollow() {
        told.post(2, 2).follow(5).read(6, BOB).read(8, BOB, seen(2));

        assertThat(row("freshness after the follow p99").getFirst()).isBetween(998.0, 1_000.0);
        assertThat(row("freshness after the follow p99").subList(1, 3)).containsExactly(NONE, NONE);
    }

    @Test
    void latencyIsThatOfWhatWasAskedInThePeriod() {
        for (int n = 0; n < 98; n++) {
            told.request(15, "GET", "/v1/timeline?limit=100", 200);
        }
        told.request(15, "GET", "/v1/timeline?limit=100", 200, Duration.ofSeconds(1))
                .request(15, "GET", "/v1/timeline?limit=100", 200, Duration.ofSeconds(1));

        assertThat(row("latency p50").get(1)).isBetween(9.9, 10.1);
        assertThat(row("latency p99").get(1)).isBetween(999.0, 1_001.0);
        assertThat(row("latency p99").getFirst()).isEqualTo(NONE);
    }

    @Test
    void isToldInColumnsAndInJson() {
        good().call(15, ALICE, new Action.Post("x"), new Outcome.Refused(429)).request(15, "GET", "/v1/timeline", 200);
        end();
        ObjectNode json = new JsonMapper().createObjectNode();
        TableLines.into(json, told.table());

        assertThat(TableLines.of(told.table()).getFirst()).matches(" +before +during +after");
        assertThat(TableLines.of(told.table())).anyMatch(line -> line.matches("  acknowledged +2 +1 +0"))
                .anyMatch(line -> line.matches("  latency p50 +- +10 ms +-"));
        assertThat(json.toString()).contains(
                "{\"what\":\"acknowledged\",\"before\":2.0,\"during\":1.0,\"after\":0.0,\"unit\":\"\"}",
                "\"before\":null,\"during\":10.0");
        assertThat(told.table().getFirst().at(Period.BEFORE)).isEqualTo(Optional.of(2.0));
    }
}
