package timeline.drill.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.drill.crowd.Ledger;
import timeline.testkit.Await;

/** One line tells what users saw in a second. */
class LiveTest {
    @Test
    void tellsReadsAndPostsApart() {
        Told told = new Told().request(1, "GET", "/v1/timeline", 200).request(1, "GET", "/v1/timeline", 200, "cache")
                .request(1, "GET", "/v1/timeline", 429).request(1, "GET", "/v1/timeline", 503)
                .request(1, "POST", "/v1/tweets", 201).request(1, "POST", "/v1/tweets", 0)
                .request(1, "POST", "/v1/follow", 503);

        assertThat(Live.line(told.requests)).isEqualTo("reads 2 ok 1 refused 1 failed, flagged 1 {cache=1}; "
                + "posts 1 ok 0 refused 1 failed; others 0 ok 0 refused 1 failed");
    }

    @Test
    void aSecondInWhichNobodyDidAnythingIsToldAsWell() {
        assertThat(Live.line(List.of())).isEqualTo("reads 0 ok 0 refused 0 failed, flagged 0; "
                + "posts 0 ok 0 refused 0 failed; others 0 ok 0 refused 0 failed");
    }

    @Test
    void goesOnUntilItIsClosed() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());

        try (Live _ = Live.start(new Ledger(System::nanoTime, Clock.systemUTC()), lines::add)) {
            Await.that("two lines", () -> lines.size() >= 2);
        }
    }
}
