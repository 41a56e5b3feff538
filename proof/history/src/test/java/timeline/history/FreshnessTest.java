package timeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.history.Script.seen;

import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.history.Freshness.Wait;
import timeline.id.UserId;

/** How long something was missing is told by the last read that lacked it, one call a second. */
class FreshnessTest {
    private static final UserId ALICE = new UserId(1);
    private static final UserId BOB = new UserId(2);

    private static List<Long> millis(List<Wait> waits) {
        return waits.stream().map(wait -> wait.missing().toMillis()).toList();
    }

    private static List<Long> afterTweets(Script script) {
        return millis(new Freshness(script.history()).afterTweets());
    }

    private static List<Long> afterFollows(Script script) {
        return millis(new Freshness(script.history()).afterFollows());
    }

    @Test
    void aTweetThatTheFirstReadShowsWasNeverMissing() {
        assertThat(afterTweets(new Script().follow(BOB, ALICE).post(ALICE, 1).scroll(BOB, seen(ALICE, 1))))
                .containsExactly(0L);
    }

    @Test
    void aTweetWasMissingUntilTheLastReadThatLackedIt() {
        assertThat(afterTweets(new Script().follow(BOB, ALICE).post(ALICE, 1).scroll(BOB).scroll(BOB)
                .scroll(BOB, seen(ALICE, 1)).scroll(BOB))).containsExactly(1_990L);
    }

    @Test
    void aTweetThatIsNeverShownIsMissingToTheEnd() {
        assertThat(afterTweets(new Script().follow(BOB, ALICE).post(ALICE, 1).scroll(BOB).scroll(BOB).scroll(BOB)))
                .containsExactly(2_990L);
    }

    @Test
    void nothingIsSaidOfWhatNobodyLookedForOrNobodyHadToSee() {
        assertThat(afterTweets(new Script().follow(BOB, ALICE).post(ALICE, 1))).as("no read").isEmpty();
        assertThat(afterTweets(new Script().post(ALICE, 1).scroll(BOB))).as("no follower").isEmpty();
        assertThat(afterTweets(new Script().follow(BOB, ALICE).post(ALICE, 1).delete(ALICE, 1).scroll(BOB)))
                .as("deleted").isEmpty();
        assertThat(afterTweets(new Script().follow(BOB, ALICE).post(ALICE, 1).post(ALICE, 2).head(BOB, 1,
                seen(ALICE, 2)))).as("a page that does not reach down to the first").containsExactly(0L);
        assertThat(afterTweets(new Script().follow(BOB, ALICE).post(ALICE, 1).scroll(BOB).unfollow(BOB, ALICE)
                .scroll(BOB))).as("unfollowed").containsExactly(990L);
    }

    @Test
    void aFollowBringsTheNewestTweetOfBeforeIt() {
        assertThat(afterFollows(new Script().post(ALICE, 1).post(ALICE, 2).follow(BOB, ALICE)
                .scroll(BOB, seen(ALICE, 1)).scroll(BOB, seen(ALICE, 2), seen(ALICE, 1)))).containsExactly(990L);
    }

    @Test
    void followingAgainIsNoFollow() {
        assertThat(afterFollows(new Script().follow(BOB, ALICE).post(ALICE, 1).follow(BOB, ALICE).scroll(BOB)))
                .isEmpty();
    }

    @Test
    void aFollowOfSomebodyWhoWroteNothingBringsNothing() {
        assertThat(afterFollows(new Script().follow(BOB, ALICE).post(ALICE, 1).scroll(BOB))).isEmpty();
    }
}
