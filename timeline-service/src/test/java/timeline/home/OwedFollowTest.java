package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.home.TimelineAnswer.Page;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.tweetstore.Tweet;

/** G15 for who has just followed somebody: until the author's older tweets are in the timeline, reads pull the author (ADR 0032). */
class OwedFollowTest {
    private static final UserId BOB = user(1);
    private static final UserId ADA = user(2);
    private static final UserId EVE = user(3);

    private final Scene scene = new Scene();
    private final List<Tweet> older = new ArrayList<>();

    @BeforeEach
    void bobHasACachedTimelineAndFollowsEveWhomNobodyBrings() {
        scene.follow(BOB, ADA);
        scene.publish(ADA);
        older.addFirst(scene.post(EVE));
        older.addFirst(scene.post(EVE));
        scene.first(BOB);
        scene.awaitNoRebuild();
        assertThat(scene.first(BOB).origin()).isEqualTo(Origin.CACHE);
        scene.graph.followOwed(BOB, EVE);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void showsWhatTheAuthorPostedBefore() {
        pass(3);

        Page page = scene.first(BOB);
        assertThat(page.tweets()).containsAll(older).doesNotHaveDuplicates();
        assertThat(page.origin()).isEqualTo(Origin.MIXED);
        assertThat(page.degraded()).isEmpty();
    }

    /** When the debt is paid the timeline must have it, whoever pays it with what. */
    @Test
    void takesNothingBackWhenTheDebtIsPaid() {
        pass(3);
        scene.first(BOB);
        assertThat(cached()).containsAll(older.stream().map(Tweet::id).toList());

        scene.graph.settle(BOB, EVE);
        assertThat(scene.first(BOB).tweets()).containsAll(older);
        assertThat(scene.first(BOB).origin()).isEqualTo(Origin.CACHE);
    }

    /** It is on its way as usual, to who has just followed, too. */
    @Test
    void doesNotPullWhatIsBeingPushed() {
        pass(3);
        scene.first(BOB);
        Tweet young = new Tweet(TweetId.firstOf(scene.clock.instant()), EVE, "user3", "hello", List.of());
        scene.store.post(young);
        scene.pass(Duration.ofMillis(900));

        assertThat(scene.first(BOB).tweets()).doesNotContain(young);
        pass(5);
        assertThat(scene.first(BOB).tweets()).startsWith(young);
    }

    @Test
    void saysSoWhenTheDatabaseDoesNotTell() {
        pass(3);
        scene.tweets.failFor(EVE::equals);

        assertThat(scene.first(BOB).degraded()).contains(Degraded.FAN_OUT);
    }

    @Test
    void switchedOffItIsAsIfNothingWereOwed() {
        scene.ceiling.turn(false);
        pass(3);

        assertThat(scene.first(BOB).tweets()).doesNotContainAnyElementsOf(older);
        scene.ceiling.turn(true);
        assertThat(scene.first(BOB).tweets()).containsAll(older);
    }

    /** More than a few cost as much as a cold timeline, and wait for their turn like one. */
    @Test
    void whoFollowsManyAtOnceSeesAllOfThem() {
        List<Tweet> all = new ArrayList<>(older);
        for (int i = 10; i < 70; i++) {
            all.add(scene.post(user(i)));
            scene.graph.followOwed(BOB, user(i));
        }
        pass(3);

        assertThat(scene.page(BOB, TweetId.LATEST, 100).tweets()).containsAll(all).doesNotHaveDuplicates();
    }

    /** The timeline is there: what many follows lack is no reason to turn its reader away. */
    @Test
    void isNotTurnedAwayWhenTooManyReadTheDatabase() {
        UserId slow = user(4);
        UserId hanging = user(5);
        try (Scene narrow = new Scene(limits -> new ReadLimits(limits.budget(), limits.own(), limits.celebrities(),
                limits.hydration(), limits.rebuildPatience(), limits.rebuild(), 8, 1, Duration.ofMillis(20), 2000,
                200))) {
            narrow.follow(BOB, ADA);
            Tweet cached = narrow.publish(ADA);
            narrow.first(BOB);
            narrow.awaitNoRebuild();
            for (int i = 10; i < 70; i++) {
                narrow.graph.followOwed(BOB, user(i));
            }
            narrow.pass(Duration.ofSeconds(3));
            narrow.follow(slow, hanging);
            narrow.timelines.becomeUnavailableFor(slow::equals);
            narrow.tweets.hangFor(hanging::equals);
            CompletableFuture<TimelineAnswer> reading = CompletableFuture
                    .supplyAsync(() -> narrow.read(slow, TweetId.LATEST, 20));
            Await.that("the slow one has the only turn", () -> narrow.tweets.hung.get() > 0);

            Page page = narrow.first(BOB);
            reading.join();

            assertThat(page.tweets()).containsExactly(cached);
            assertThat(page.degraded()).containsExactly(Degraded.FAN_OUT);
        }
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            scene.pass(Duration.ofSeconds(1));
        }
    }

    private List<TweetId> cached() {
        return ((Ready) scene.timelines.page(BOB, TweetId.LATEST, 100, scene.in(Duration.ofSeconds(1)))).entries()
                .stream().map(HomeTimelineEntry::tweet).toList();
    }
}
