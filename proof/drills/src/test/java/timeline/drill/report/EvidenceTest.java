package timeline.drill.report;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.drill.report.Told.ALICE;
import static timeline.drill.report.Told.BOB;
import static timeline.drill.report.Told.COURSE;
import static timeline.drill.report.Told.seen;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import timeline.history.SeenTweet;

/** Who saw little go wrong because they saw little knows nothing. */
class EvidenceTest {
    private final Told told = new Told();

    private List<String> lacking() {
        return Evidence.lacking(COURSE, told.requests, told.history(), told.verdict());
    }

    private Told enough(int posts, int reads, int during) {
        told.follow(0.1);
        for (int n = 1; n <= posts; n++) {
            told.post(0.1 + n * 0.01, n);
        }
        SeenTweet[] all = IntStream.rangeClosed(1, posts).mapToObj(n -> seen(posts + 1 - n)).toArray(SeenTweet[]::new);
        for (int n = 0; n < reads - 1; n++) {
            told.read(12 + n * 0.01, BOB, all);
        }
        told.read(29, ALICE, all);
        for (int n = 0; n < during; n++) {
            told.request(11, "GET", "/v1/timeline", 200);
        }
        return told;
    }

    @Test
    void enoughIsEnough() {
        enough(Evidence.POSTS, Evidence.READS, Evidence.DURING);

        assertThat(lacking()).isEmpty();
    }

    @Test
    void oneLessIsTooLittle() {
        enough(Evidence.POSTS - 1, Evidence.READS - 1, Evidence.DURING - 1);

        assertThat(lacking()).containsExactly("only 99 tweets acknowledged, and at least 100 are needed",
                "only 99 reads answered, and at least 100 are needed",
                "only 49 requests while it went on, and at least 50 are needed");
    }

    @Test
    void whatIsAskedBeforeAndAfterSaysNothingOfTheDisturbance() {
        enough(Evidence.POSTS, Evidence.READS, 0);
        for (int n = 0; n < 100; n++) {
            told.request(5, "GET", "/v1/timeline", 200).request(25, "GET", "/v1/timeline", 200);
        }

        assertThat(lacking()).singleElement().asString().startsWith("only 0 requests while it went on");
    }

    @Test
    void aPromiseThatNothingPutToTheTestIsNotKept() {
        assertThat(lacking()).contains("G4 no duplicate was never put to the test",
                "G1 no lost tweet was never put to the test");
    }
}
