package timeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.history.Script.seen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.history.Invariant.Violation;
import timeline.id.UserId;

/** What a read may lack on a bad day, and what it has to say then. */
class CeilingTest {
    private static final UserId ALICE = new UserId(1);
    private static final UserId BOB = new UserId(2);
    private static final Conditions CEILING = new Conditions(Long.MAX_VALUE, Duration.ZERO,
            Optional.of(Duration.ofSeconds(5)));

    @Test
    void aTweetIsShownAfterFiveSeconds() {
        assertThat(missed(story(6).scroll(BOB, seen(ALICE, 1)))).isEmpty();
        assertThat(missed(story(6).scroll(BOB))).hasSize(1);
        assertThat(missed(story(4).scroll(BOB))).as("too soon to tell").isEmpty();
    }

    @Test
    void orTheAnswerSaysThatItMayNotBe() {
        assertThat(missed(story(6).degraded(BOB, "fan-out"))).isEmpty();
        assertThat(missed(story(6).degraded(BOB, "follow-graph"))).isEmpty();
        assertThat(missed(story(6).degraded(BOB, "cache"))).as("the database has it").hasSize(1);
    }

    @Test
    void whoFollowedFiveSecondsAgoIsPromisedWhatWasBefore() {
        assertThat(missed(waited(new Script().post(ALICE, 1).follow(BOB, ALICE), 6).scroll(BOB))).hasSize(1);
        assertThat(missed(waited(new Script().post(ALICE, 1).follow(BOB, ALICE), 6).scroll(BOB, seen(ALICE, 1))))
                .isEmpty();
        assertThat(missed(waited(waited(new Script().post(ALICE, 1), 4).follow(BOB, ALICE), 4).scroll(BOB)))
                .as("the tweet is older, the follow is not").isEmpty();
    }

    @Test
    void whoDoesNotAskIsNotJudged() {
        assertThat(Checker.check(story(6).scroll(BOB).history(), Conditions.NONE).findings())
                .noneMatch(finding -> finding.invariant().startsWith("G15"));
    }

    /** Bob follows Alice, who posts; then so many seconds pass, in which Bob posts and deletes. */
    private static Script story(int seconds) {
        return waited(new Script().follow(BOB, ALICE).post(ALICE, 1), seconds);
    }

    private static Script waited(Script script, int seconds) {
        for (int second = 0; second < seconds; second += 2) {
            script.post(BOB, 90 + second).delete(BOB, 90 + second);
        }
        return script;
    }

    private static List<String> missed(Script script) {
        return Checker.check(script.history(), CEILING).findings().stream()
                .filter(finding -> finding.invariant().startsWith("G15"))
                .flatMap(finding -> finding.violations().stream()).map(Violation::sentence).toList();
    }
}
