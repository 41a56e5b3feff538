package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.home.TimelineAnswer.Page;
import timeline.home.TimelineAnswer.Reason;
import timeline.home.TimelineAnswer.Unavailable;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.tweetstore.Tweet;

/** What a reader sees on bad days, and that it is said. */
class OutageTest {
    private static final UserId READER = user(1);
    private static final UserId AUTHOR = user(2);
    private static final UserId CELEBRITY = user(3);

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void readsTheDatabaseWhenTheCacheIsDown() {
        List<TweetId> all = timelineOf(60);
        scene.timelines.becomeUnavailable();

        Page page = scene.first(READER);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(all.subList(0, 20));
        assertThat(page.origin()).isEqualTo(Origin.DATABASE);
        assertThat(page.degraded()).containsExactly(Degraded.CACHE);
        assertThat(scene.walk(READER, 7)).isEqualTo(all);
    }

    /** No un-seeing (G6): its push may still wait when the cache is back. */
    @Test
    void doesNotTakeBackAfterTheOutageWhatItShowedDuringTheOutage() {
        timelineOf(5);
        scene.first(READER);
        scene.timelines.becomeUnavailable();
        Tweet notYetPushed = scene.post(AUTHOR);
        assertThat(scene.first(READER).tweets()).contains(notYetPushed);

        scene.timelines.recover();

        Page page = scene.first(READER);
        assertThat(page.origin()).isEqualTo(Origin.CACHE);
        assertThat(page.tweets()).contains(notYetPushed);
    }

    @Test
    void doesNotTakeBackTheFirstPageAfterAScrollDuringTheOutage() {
        timelineOf(5);
        scene.timelines.becomeUnavailable();
        Tweet notYetPushed = scene.post(AUTHOR);
        assertThat(scene.walk(READER, 2)).contains(notYetPushed.id());

        scene.timelines.recover();

        assertThat(scene.first(READER).tweets()).contains(notYetPushed);
    }

    @Test
    void goesOnFromTheDatabaseWhenTheCacheFailsBetweenPages() {
        List<TweetId> all = timelineOf(60);
        Page first = scene.first(READER);
        scene.timelines.becomeUnavailable();

        Page second = scene.page(READER, first.next().orElseThrow(), 20);

        assertThat(second.tweets()).extracting(Tweet::id).isEqualTo(all.subList(20, 40));
    }

    @Test
    void showsOwnTweetsWithEverythingElseDown() {
        timelineOf(5);
        Tweet mine = scene.post(READER);
        scene.timelines.becomeUnavailable();
        scene.graph.becomeUnavailable();
        scene.graph.forget();
        scene.tweets.failFor(author -> !author.equals(READER));
        scene.tweets.failLookUps(true);

        Page page = scene.first(READER);

        assertThat(page.tweets()).containsExactly(mine);
        assertThat(page.degraded()).containsExactlyInAnyOrder(Degraded.CACHE, Degraded.FOLLOW_GRAPH);
        assertThat(page.next()).as("this is not the end").isPresent();
    }

    @Test
    void filtersByTheRememberedFolloweesWhenTheGraphIsDown() {
        List<TweetId> all = timelineOf(30);
        scene.first(READER);
        scene.graph.becomeUnavailable();

        Page page = scene.first(READER);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(all.subList(0, 20));
        assertThat(page.degraded()).containsExactly(Degraded.FOLLOW_GRAPH);
    }

    @Test
    void showsTheCachedTimelineAndOwnTweetsWhenNoFolloweesAreKnown() {
        List<TweetId> all = timelineOf(30);
        scene.graph.becomeUnavailable();
        scene.graph.forget();
        Tweet mine = scene.post(READER);
        all.addFirst(mine.id());

        Page page = scene.first(READER);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(all.subList(0, 20));
        assertThat(page.degraded()).containsExactly(Degraded.FOLLOW_GRAPH);
        assertThat(page.origin()).isEqualTo(Origin.CACHE);
    }

    @Test
    void endsThePageAtTheFloorWhenItIsNotKnownWhoseTweetsLieBelow() {
        scene.follow(READER, AUTHOR);
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            all.addFirst(scene.publish(AUTHOR).id());
        }
        scene.first(READER);
        scene.graph.becomeUnavailable();
        scene.graph.forget();

        Page page = scene.page(READER, all.get(189), 20);
        scene.graph.recover();
        Page next = scene.page(READER, page.next().orElseThrow(), 20);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(all.subList(190, 200));
        assertThat(next.tweets()).as("no hole").extracting(Tweet::id).isEqualTo(all.subList(200, 220));
    }

    @Test
    void doesNotBuildFromRememberedFollowees() {
        timelineOf(3);
        scene.timelines.evict(READER);
        scene.graph.becomeUnavailable();

        Page page = scene.first(READER);

        assertThat(page.tweets()).hasSize(3);
        assertThat(page.origin()).isEqualTo(Origin.DATABASE);
        assertThat(page.degraded()).containsExactly(Degraded.FOLLOW_GRAPH);
        assertThat(scene.rebuilds).endsWith(TimelineRebuilder.Outcome.FAILED);
    }

    @Test
    void leavesOutCelebritiesThatFailAndSaysSo() {
        List<TweetId> pushed = timelineOf(5);
        scene.follow(READER, CELEBRITY);
        scene.celebrate(CELEBRITY);
        scene.publish(CELEBRITY);
        scene.tweets.failFor(CELEBRITY::equals);

        Page page = scene.first(READER);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(pushed);
        assertThat(page.degraded()).containsExactly(Degraded.CELEBRITIES);
        assertThat(page.next()).as("the end can't be told without them").isPresent();
    }

    @Test
    void doesNotWaitForCelebritiesThatHang() {
        List<TweetId> pushed = timelineOf(5);
        scene.follow(READER, CELEBRITY);
        scene.celebrate(CELEBRITY);
        scene.publish(CELEBRITY);
        scene.tweets.hangFor(CELEBRITY::equals);

        // They hang for good: whatever comes back has not waited for them.
        Page page = scene.first(READER);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(pushed);
        assertThat(page.degraded()).containsExactly(Degraded.CELEBRITIES);
    }

    @Test
    void doesNotWaitForAWholeStoreThatHangs() {
        timelineOf(5);
        scene.tweets.hangFor(author -> true);
        scene.tweets.failLookUps(true);
        scene.pass(Duration.ofSeconds(2));

        TimelineAnswer answer = scene.read(READER, TweetId.LATEST, 20);

        assertThat(answer).isInstanceOf(Unavailable.class);
        assertThat(answer.degraded()).contains(Degraded.STORE, Degraded.OWN_TWEETS);
    }

    @Test
    void pagesFromTheCacheAsFarAsBodiesAreKnownWhenTheStoreIsDown() {
        List<TweetId> all = timelineOf(20);
        scene.page(READER, TweetId.LATEST, 7);
        scene.tweets.failEverything();

        Page page = scene.first(READER);

        assertThat(page.tweets()).as("what was looked up a moment ago, one further included").extracting(Tweet::id)
                .isEqualTo(all.subList(0, 8));
        assertThat(page.degraded()).containsExactlyInAnyOrder(Degraded.STORE, Degraded.OWN_TWEETS);
        assertThat(page.next()).isEqualTo(Optional.of(all.get(7)));
    }

    /** What was read lately is read on, for as long as the tweet-services tell what was deleted: they need no store for that. */
    @Test
    void goesOnShowingWhatItShowedLatelyWhenTheStoreIsDown() {
        scene.askWhatWasDeleted();
        List<TweetId> all = timelineOf(20);
        scene.first(READER);
        scene.tweets.failEverything();
        scene.pass(Duration.ofMinutes(5));
        scene.askWhatWasDeleted();

        Page page = scene.first(READER);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(all);
        assertThat(page.degraded()).contains(Degraded.OWN_TWEETS).doesNotContain(Degraded.STORE);
    }

    /** It was acknowledged before Cassandra died; the body is at hand, and must not be shown (G8). */
    @Test
    void doesNotShowWhatWasDeletedBeforeTheStoreWentDown() {
        scene.askWhatWasDeleted();
        List<TweetId> all = timelineOf(20);
        scene.first(READER);
        scene.deletions.note("one", all.get(3));
        scene.tweets.failEverything();
        scene.pass(Duration.ofMillis(900));
        scene.askWhatWasDeleted();

        Page page = scene.first(READER);

        List<TweetId> left = new ArrayList<>(all);
        left.remove(3);
        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(left);
        assertThat(page.degraded()).doesNotContain(Degraded.STORE);
    }

    /** Of a delete whose outcome nobody knows the store alone can tell. */
    @Test
    void endsThePageBeforeATweetWhoseDeleteIsInDoubtWhenTheStoreIsDown() {
        scene.askWhatWasDeleted();
        List<TweetId> all = timelineOf(20);
        scene.first(READER);
        scene.deletions.noteDoubt("one", all.get(3));
        scene.tweets.failEverything();
        scene.pass(Duration.ofMillis(900));
        scene.askWhatWasDeleted();

        Page page = scene.first(READER);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(all.subList(0, 3));
        assertThat(page.degraded()).contains(Degraded.STORE);
    }

    @Test
    void isUnavailableWhenTheStoreIsDownAndNothingIsKnown() {
        timelineOf(20);
        scene.pass(Duration.ofSeconds(2));
        scene.tweets.failEverything();

        TimelineAnswer answer = scene.read(READER, TweetId.LATEST, 20);

        assertThat(answer).isInstanceOfSatisfying(Unavailable.class,
                unavailable -> assertThat(unavailable.reason()).isEqualTo(Reason.STORE));
    }

    @Test
    void recoversWithTheStore() {
        List<TweetId> all = timelineOf(20);
        scene.tweets.failEverything();
        scene.read(READER, TweetId.LATEST, 20);
        scene.tweets.recover();

        Page page = scene.first(READER);

        assertThat(page.tweets()).extracting(Tweet::id).isEqualTo(all);
        assertThat(page.degraded()).isEqualTo(Set.of());
    }

    @Test
    void turnsReadersAwayWhenTooManyAreOnTheDatabasesPath() {
        try (Scene narrow = new Scene(limits -> new ReadLimits(limits.budget(), limits.own(),
                limits.celebrities(), limits.hydration(), limits.rebuildPatience(), limits.rebuild(), 8, 1,
                Duration.ofMillis(20), 2000, 200))) {
            narrow.follow(READER, AUTHOR);
            narrow.follow(user(9), CELEBRITY);
            narrow.post(AUTHOR);
            narrow.timelines.becomeUnavailable();
            narrow.tweets.hangFor(CELEBRITY::equals);

            CompletableFuture<TimelineAnswer> slow = CompletableFuture
                    .supplyAsync(() -> narrow.read(user(9), TweetId.LATEST, 20));
            Await.that("the slow one is on the database's path", () -> narrow.tweets.hung.get() > 0);
            TimelineAnswer answer = narrow.read(READER, TweetId.LATEST, 20);
            slow.join();

            assertThat(answer).isInstanceOfSatisfying(Unavailable.class,
                    unavailable -> assertThat(unavailable.reason()).isEqualTo(Reason.OVERLOADED));
            assertThat(narrow.read(READER, TweetId.LATEST, 20)).as("when the slow one is gone")
                    .isInstanceOf(Page.class);
        }
    }

    /** A warm timeline of so many pushed tweets, newest first. */
    private List<TweetId> timelineOf(int size) {
        scene.follow(READER, AUTHOR);
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.addFirst(scene.publish(AUTHOR).id());
        }
        scene.page(READER, TweetId.LATEST, 1);
        scene.pass(Duration.ofSeconds(1));
        return all;
    }
}
