package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.home.TimelineAnswer.Page;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.Tweet;

/** G15: what is stored and nobody has delivered is shown after five seconds, or the answer says that it may not be. */
class CeilingTest {
    private static final UserId BOB = user(1);
    private static final UserId ADA = user(2);
    private static final UserId STRANGER = user(3);

    private final Scene scene = new Scene();

    @BeforeEach
    void bobFollowsAda() {
        scene.follow(BOB, ADA);
        scene.publish(ADA);
        scene.first(BOB);
        scene.awaitNoRebuild();
        assertThat(scene.first(BOB).origin()).isEqualTo(Origin.CACHE);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void showsWhatNobodyDelivered() {
        Tweet owed = scene.owe(ADA);
        pass(5);

        Page page = scene.first(BOB);
        assertThat(page.tweets().getFirst()).isEqualTo(owed);
        assertThat(page.origin()).isEqualTo(Origin.MIXED);
        assertThat(page.degraded()).isEmpty();
        assertThat(scene.ceiling.mended()).isEqualTo(1);
    }

    /** Another instance, which knows nothing of it, must not take it back. */
    @Test
    void addsItToTheTimelineBeforeItAnswers() {
        Tweet owed = scene.owe(ADA);
        pass(5);
        scene.first(BOB);

        assertThat(cached(BOB)).contains(owed.id());
        assertThat(scene.first(BOB).origin()).as("now it is there").isEqualTo(Origin.CACHE);
        assertThat(scene.ceiling.mended()).isEqualTo(1);
    }

    @Test
    void doesNotShowThatTheFanOutTakesAMoment() {
        scene.owe(ADA);
        scene.pass(Duration.ofMillis(900));

        assertThat(scene.first(BOB).origin()).isEqualTo(Origin.CACHE);
        assertThat(scene.first(BOB).tweets()).hasSize(1);
    }

    @Test
    void doesNotAddWhatIsThereAlready() {
        Tweet owed = scene.owe(ADA);
        scene.fanOut(owed);
        pass(5);

        assertThat(scene.first(BOB).origin()).isEqualTo(Origin.CACHE);
        assertThat(scene.first(BOB).tweets()).startsWith(owed).doesNotHaveDuplicates();
        assertThat(scene.ceiling.mended()).isZero();
    }

    @Test
    void showsNothingOfStrangers() {
        scene.owe(STRANGER);
        pass(5);

        assertThat(scene.first(BOB).tweets()).extracting(Tweet::author).containsOnly(ADA);
    }

    @Test
    void showsItOnThePageWhereItBelongs() {
        Tweet owed = scene.owe(ADA);
        List<Tweet> later = List.of(scene.publish(ADA), scene.publish(ADA), scene.publish(ADA));
        pass(5);

        Page first = scene.page(BOB, TweetId.LATEST, 3);
        assertThat(first.tweets()).containsExactlyElementsOf(later.reversed());
        assertThat(scene.page(BOB, first.next().orElseThrow(), 3).tweets()).startsWith(owed);
    }

    @Test
    void aDeletedTweetStaysGoneThoughItIsOwed() {
        Tweet owed = scene.owe(ADA);
        scene.delete(owed);
        pass(5);

        assertThat(scene.first(BOB).tweets()).doesNotContain(owed);
    }

    @Test
    void leavesToThePullWhatIsPulled() {
        scene.celebrate(ADA);
        Tweet pulled = scene.owe(ADA);
        pass(5);

        assertThat(scene.first(BOB).tweets()).startsWith(pulled);
        assertThat(scene.first(BOB).origin()).isEqualTo(Origin.CACHE);
        assertThat(cached(BOB)).doesNotContain(pulled.id());
    }

    @Test
    void saysSoWhenItCanNotTell() {
        scene.passWithoutLooking(Duration.ofSeconds(4));
        assertThat(scene.first(BOB).degraded()).isEmpty();
        scene.passWithoutLooking(Duration.ofMillis(1));
        assertThat(scene.first(BOB).degraded()).containsExactly(Degraded.FAN_OUT);

        scene.look();
        assertThat(scene.first(BOB).degraded()).isEmpty();
    }

    /** A suspended machine stops the monotonic clock, and not the other one. */
    @Test
    void theWallClockTellsToo() {
        scene.clock.advance(Duration.ofMillis(4_001));

        assertThat(scene.first(BOB).degraded()).containsExactly(Degraded.FAN_OUT);
    }

    @Test
    void whatIsSettledIsForgotten() {
        Tweet owed = scene.owe(ADA);
        pass(5);
        scene.fanOut(owed);
        settleAll();
        pass(15);

        assertThat(scene.owed.entries()).isZero();
        assertThat(scene.first(BOB).tweets()).startsWith(owed);
    }

    @Test
    void switchedOffItIsAsIfNothingWereOwed() {
        scene.ceiling.turn(false);
        Tweet owed = scene.owe(ADA);
        pass(5);
        assertThat(scene.first(BOB).tweets()).doesNotContain(owed);
        scene.passWithoutLooking(Duration.ofMinutes(1));
        assertThat(scene.first(BOB).degraded()).isEmpty();

        scene.look();
        scene.ceiling.turn(true);
        assertThat(scene.first(BOB).tweets()).startsWith(owed);
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            scene.pass(Duration.ofSeconds(1));
        }
    }

    private void settleAll() {
        List<OwedDelivery> all = scene.store.owedDeliveries().newest(100).entries();
        scene.store.owedDeliveries().settle(all);
    }

    private List<TweetId> cached(UserId reader) {
        return ((Ready) scene.timelines.page(reader, TweetId.LATEST, 100, scene.in(Duration.ofSeconds(1)))).entries()
                .stream().map(HomeTimelineEntry::tweet).toList();
    }
}
