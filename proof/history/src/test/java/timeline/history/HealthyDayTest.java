package timeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.history.Script.seen;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import timeline.id.UserId;
import timeline.history.Checker.Verdict;
import timeline.history.Invariant.Finding;

/** On a healthy day nothing is an excuse; what may excuse a read on a bad day is told apart from what may not. */
class HealthyDayTest {
    private static final UserId ALICE = new UserId(1);
    private static final UserId BOB = new UserId(2);
    private static final Duration BOUND = Duration.ofSeconds(3);
    private static final long FROM_THE_BEGINNING = 0;

    @Test
    void acceptsAReadThatIsComplete() {
        assertThat(violations(day().scroll(BOB, seen(ALICE, 2), seen(ALICE, 1)), healthy())).isEmpty();
    }

    @Test
    void givesATweetThreeSecondsToArrive() {
        assertThat(violations(day().post(ALICE, 3).scroll(BOB, seen(ALICE, 2), seen(ALICE, 1)), healthy()))
                .noneMatch(violation -> violation.startsWith("G3"));
    }

    @Test
    void doesNotJudgeWhatWasReadBefore() {
        assertThat(violations(day().scroll(BOB), new Conditions(Long.MAX_VALUE, BOUND)))
                .noneMatch(violation -> violation.startsWith("G3"));
    }

    @Test
    void rejectsATweetThatIsLate() {
        assertIncomplete(day().scroll(BOB, seen(ALICE, 1)));
    }

    @Test
    void rejectsAMissingTweetOfOnesOwn() {
        assertIncomplete(day().scroll(ALICE, seen(ALICE, 2)));
    }

    @Test
    void takesNoFlagForAnExcuse() {
        assertIncomplete(day().degraded(BOB, "store", seen(ALICE, 2)));
    }

    @Test
    void rejectsAPageWithAHole() {
        assertIncomplete(day().head(BOB, 1, seen(ALICE, 1)));
    }

    @Test
    void asksNothingOfWhatIsBelowAShortPageThatIsNotTheLast() {
        Outcome shortPage = new Outcome.Seen(List.of(seen(ALICE, 2)), Set.of(), true);
        Outcome skipping = new Outcome.Seen(List.of(seen(ALICE, 1)), Set.of(), true);

        assertThat(violations(day().call(BOB, new Action.ReadHead(20), shortPage), healthy()))
                .noneMatch(violation -> violation.startsWith("G3"));
        assertIncomplete(day().call(BOB, new Action.ReadHead(20), skipping));
        assertIncomplete(day().head(BOB, 20, seen(ALICE, 2)));
    }

    @Test
    void rejectsANewFollowersTimelineWithoutTheOlderTweets() {
        UserId carol = new UserId(3);

        assertIncomplete(day().follow(carol, ALICE).post(BOB, 3).post(BOB, 4).post(BOB, 5).scroll(carol));
    }

    @Test
    void doesNotCountAsSeenWhatAFlaggedAnswerShowed() {
        assertThat(holes(day().degraded(BOB, "cache", seen(ALICE, 2), seen(ALICE, 1)).scroll(BOB, seen(ALICE, 1)),
                Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void doesNotTrustAnEdgeThatALostAnswerMayStillChange() {
        Script unfollowing = day().call(BOB, new Action.Unfollow(ALICE), new Outcome.Unknown("no answer"))
                .follow(BOB, ALICE).post(BOB, 3).post(BOB, 4).post(BOB, 5).scroll(BOB, seen(BOB, 5), seen(BOB, 4),
                        seen(BOB, 3));

        assertThat(violations(unfollowing, healthy())).noneMatch(violation -> violation.startsWith("G3"));
    }

    /** Bob follows Alice, who has posted twice, three seconds ago. */
    private static Script day() {
        return new Script().follow(BOB, ALICE).post(ALICE, 1).post(ALICE, 2).post(BOB, 90).delete(BOB, 90)
                .scroll(ALICE, seen(ALICE, 2), seen(ALICE, 1));
    }

    private static void assertIncomplete(Script script) {
        assertThat(violations(script, healthy())).anyMatch(violation -> violation.startsWith("G3"));
    }

    private static Conditions healthy() {
        return new Conditions(FROM_THE_BEGINNING, BOUND);
    }

    private static List<String> holes(Script script, long healthyFrom) {
        return violations(script, new Conditions(healthyFrom, BOUND)).stream()
                .filter(violation -> violation.startsWith("G6")).toList();
    }

    private static List<String> violations(Script script, Conditions conditions) {
        Verdict verdict = Checker.check(script.history(), conditions);
        return verdict.findings().stream().flatMap(HealthyDayTest::named).toList();
    }

    private static Stream<String> named(Finding finding) {
        return finding.violations().stream().map(violation -> finding.invariant() + ": " + violation);
    }
}
