package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.home.TimelineAnswer.Page;
import timeline.hometimeline.HomeTimelineBackfill;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/** What a reader sees on good days. */
class HomeTimelineTest {
    private static final UserId READER = user(1);
    private static final UserId AUTHOR = user(2);
    private static final UserId CELEBRITY = user(3);
    private static final UserId STRANGER = user(4);

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void isEmptyForWhoFollowsNobody() {
        Page page = scene.first(READER);

        assertThat(page.tweets()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(page.degraded()).isEmpty();
    }

    @Test
    void rebuildsAColdTimelineAndThenReadsTheCache() {
        scene.follow(READER, AUTHOR);
        Tweet tweet = scene.publish(AUTHOR);

        Page cold = scene.first(READER);
        Page warm = scene.first(READER);

        assertThat(cold.tweets()).containsExactly(tweet);
        assertThat(cold.origin()).isEqualTo(Origin.REBUILT);
        assertThat(warm.tweets()).containsExactly(tweet);
        assertThat(warm.origin()).isEqualTo(Origin.CACHE);
        assertThat(warm.degraded()).isEmpty();
    }

    @Test
    void showsPushedPulledAndOwnTweetsOnceAndInOrder() {
        scene.follow(READER, AUTHOR);
        scene.follow(READER, CELEBRITY);
        scene.celebrate(CELEBRITY);
        scene.first(READER);
        List<Tweet> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(scene.publish(CELEBRITY));
            all.add(scene.publish(READER));
            all.add(scene.publish(AUTHOR));
        }
        all.sort(Comparator.comparing(Tweet::id).reversed());

        Page page = scene.first(READER);

        assertThat(page.tweets()).isEqualTo(all);
        assertThat(page.next()).isEmpty();
        assertThat(page.origin()).isEqualTo(Origin.CACHE);
        assertThat(page.stages()).containsKeys(Stage.CACHE, Stage.OWN, Stage.CELEBRITIES, Stage.MERGE, Stage.HYDRATE);
    }

    @Test
    void pullsFromAnAuthorOnTheWayOutOnlyWhatIsOlderThanItsEnd() {
        scene.follow(READER, CELEBRITY);
        scene.celebrate(CELEBRITY);
        scene.first(READER);
        Tweet left = scene.publish(CELEBRITY);
        Tweet younger = scene.post(CELEBRITY);
        scene.beginToComeDown(CELEBRITY, younger.id());

        assertThat(scene.first(READER).tweets()).containsExactly(left);
        scene.fanOut(younger);
        assertThat(scene.first(READER).tweets()).containsExactly(younger, left);
        assertThat(scene.walk(READER, 1)).containsExactly(younger.id(), left.id());
    }

    @Test
    void showsEverythingOfAnAuthorOnTheWayOutWithoutTheCache() {
        scene.follow(READER, CELEBRITY);
        scene.celebrate(CELEBRITY);
        Tweet left = scene.publish(CELEBRITY);
        Tweet younger = scene.post(CELEBRITY);
        scene.beginToComeDown(CELEBRITY, younger.id());
        scene.timelines.becomeUnavailable();

        assertThat(scene.first(READER).tweets()).containsExactly(younger, left);
    }

    @Test
    void showsOwnTweetsBeforeAnyFanOut() {
        scene.first(READER);
        Tweet mine = scene.post(READER);

        assertThat(scene.first(READER).tweets()).containsExactly(mine);
    }

    @Test
    void looksUpOnlyWhatTheSourcesDidNotBring() {
        scene.celebrate(CELEBRITY);
        scene.follow(READER, CELEBRITY);
        scene.first(READER);
        scene.publish(CELEBRITY);
        scene.publish(READER);
        int before = scene.tweets.lookUps.get();

        assertThat(scene.first(READER).tweets()).hasSize(2);
        assertThat(scene.tweets.lookUps.get()).isEqualTo(before);
    }

    @Test
    void dropsTheUnfollowedAndFillsThePage() {
        scene.follow(READER, AUTHOR);
        scene.follow(READER, STRANGER);
        scene.first(READER);
        List<Tweet> older = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            older.addFirst(scene.publish(AUTHOR));
        }
        for (int i = 0; i < 300; i++) {
            scene.publish(STRANGER);
        }
        scene.unfollow(READER, STRANGER);

        assertThat(scene.first(READER).tweets()).isEqualTo(older.subList(0, 20));
        assertThat(scene.walk(READER, 7)).hasSize(30);
    }

    @Test
    void dropsHundredsOfDeletedAndFillsThePage() {
        scene.follow(READER, AUTHOR);
        scene.first(READER);
        Tweet oldest = scene.publish(AUTHOR);
        List<Tweet> doomed = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            doomed.add(scene.publish(AUTHOR));
        }
        doomed.forEach(scene::delete);

        Page page = scene.first(READER);

        assertThat(page.tweets()).containsExactly(oldest);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void endsAShortPageWithACursorWhenTheScanBudgetIsSpent() {
        try (Scene frugal = new Scene(limits -> new ReadLimits(limits.budget(), limits.own(),
                limits.celebrities(), limits.hydration(), limits.rebuildPatience(), limits.rebuild(), 8, 32,
                limits.shedAfter(), 50, 200))) {
            frugal.follow(READER, AUTHOR);
            frugal.first(READER);
            Tweet oldest = frugal.publish(AUTHOR);
            List<Tweet> doomed = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                doomed.add(frugal.publish(AUTHOR));
            }
            doomed.forEach(frugal::delete);

            Page page = frugal.first(READER);

            assertThat(page.tweets()).isEmpty();
            assertThat(page.next()).isPresent();
            assertThat(frugal.walk(READER, 20)).containsExactly(oldest.id());
        }
    }

    @Test
    void showsADeletedTweetNoLongerThanASecond() {
        scene.follow(READER, AUTHOR);
        scene.first(READER);
        Tweet tweet = scene.publish(AUTHOR);
        assertThat(scene.first(READER).tweets()).containsExactly(tweet);

        scene.delete(tweet);

        assertThat(scene.first(READER).tweets()).isEmpty();
    }

    @Test
    void neverShowsAnAuthorWhoWasNotFollowed() {
        scene.follow(READER, AUTHOR);
        scene.first(READER);
        Tweet followed = scene.publish(AUTHOR);
        Tweet foreign = scene.publish(STRANGER);
        // As a fan-out does that is late by an unfollow.
        scene.timelines.push(Scene.entry(foreign), List.of(READER), Deadline.current());

        assertThat(scene.first(READER).tweets()).containsExactly(followed);
    }

    @Test
    void readsTheDatabaseBelowTheFloor() {
        scene.follow(READER, AUTHOR);
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            all.addFirst(scene.publish(AUTHOR).id());
        }
        scene.first(READER);

        Page across = scene.page(READER, all.get(189), 20);
        Page below = scene.page(READER, all.get(1_000), 20);

        assertThat(across.tweets()).extracting(Tweet::id).isEqualTo(all.subList(190, 210));
        assertThat(across.origin()).isEqualTo(Origin.MIXED);
        assertThat(below.tweets()).extracting(Tweet::id).isEqualTo(all.subList(1_001, 1_021));
        assertThat(below.origin()).isEqualTo(Origin.DATABASE);
        assertThat(below.degraded()).isEmpty();
    }

    @Test
    void pullsCelebritiesAboveAndBelowTheFloor() {
        scene.follow(READER, AUTHOR);
        scene.follow(READER, CELEBRITY);
        scene.celebrate(CELEBRITY);
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.addFirst(scene.publish(AUTHOR).id());
            all.addFirst(scene.publish(CELEBRITY).id());
        }

        assertThat(scene.walk(READER, 100)).isEqualTo(all);
    }

    @Test
    void losesAndDoublesNothingWhenAnAuthorCrossesTheThresholdUpAndDown() {
        scene.follow(READER, AUTHOR);
        scene.follow(READER, CELEBRITY);
        scene.first(READER);
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.addFirst(scene.publish(CELEBRITY).id());
        }
        scene.celebrate(CELEBRITY);
        for (int i = 0; i < 10; i++) {
            all.addFirst(scene.publish(CELEBRITY).id());
            assertThat(scene.walk(READER, 3)).isEqualTo(all);
        }
        scene.comeDown(CELEBRITY);
        for (int i = 0; i < 10; i++) {
            all.addFirst(scene.publish(CELEBRITY).id());
            assertThat(scene.walk(READER, 3)).isEqualTo(all);
        }
    }

    @Test
    void readsTheGraphBeforeTheCache() {
        scene.follow(READER, CELEBRITY);
        scene.celebrate(CELEBRITY);
        scene.first(READER);
        Tweet left = scene.publish(CELEBRITY);
        // The whole way down from celebrity happens right after the cache was read: if the graph was not asked before, it will
        // say that there is nothing to pull.
        HomeTimelineReader racing = new HomeTimelineReader() {
            @Override
            public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
                CachedPage page = scene.timelines.page(user, before, limit, Deadline.current());
                scene.comeDown(CELEBRITY);
                return page;
            }

            @Override
            public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
                return scene.timelines.beginRebuild(user, Deadline.current());
            }
        };

        Page page = (Page) scene.with(racing).read(READER, TweetId.LATEST, 20, Deadline.in(Duration.ofSeconds(2)));

        assertThat(page.tweets()).containsExactly(left);
    }

    @Test
    void addsWhatADatabaseReaderSawToATimelineThatIsBeingBuilt() {
        try (Scene impatient = Scene.impatient()) {
            impatient.follow(READER, AUTHOR);
            // Another process builds, and has read the database already.
            var build = impatient.timelines.beginRebuild(READER, Deadline.current()).orElseThrow();
            Tweet late = impatient.post(AUTHOR);

            Page seen = impatient.first(READER);
            build.finish(List.of(), TweetId.EARLIEST, Deadline.current());
            impatient.awaitNoRebuild();
            Page next = impatient.first(READER);

            assertThat(seen.tweets()).containsExactly(late);
            assertThat(seen.origin()).isEqualTo(Origin.DATABASE);
            assertThat(next.origin()).isEqualTo(Origin.CACHE);
            assertThat(next.tweets()).as("what was seen is not taken back").containsExactly(late);
        }
    }

    @Test
    void servesColdReadersFromTheDatabaseWhileTheTimelineIsBuilt() {
        try (Scene impatient = Scene.impatient()) {
            impatient.follow(READER, AUTHOR);
            Tweet tweet = impatient.publish(AUTHOR);

            Page cold = impatient.first(READER);
            impatient.awaitNoRebuild();

            assertThat(cold.tweets()).containsExactly(tweet);
            assertThat(cold.degraded()).isEqualTo(Set.of());
            assertThat(impatient.timelines.page(READER, TweetId.LATEST, 10, Deadline.current()))
                    .isInstanceOf(Ready.class);
        }
    }

    @Test
    void handsItsDeadlineToEverythingThatItWaitsFor() {
        try (Scene scene = Scene.impatient()) {
            UserId author = user(2);
            scene.follow(READER, author);
            scene.publish(author);
            List<Duration> given = Collections.synchronizedList(new ArrayList<>());
            HomeTimelineReader cold = new HomeTimelineReader() {
                @Override
                public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
                    given.add(deadline.left());
                    throw new HomeTimelinesUnavailableException("hangs", null);
                }

                @Override
                public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
                    return Optional.empty();
                }
            };
            HomeTimelineBackfill hanging = (entries, completeFrom, followers, deadline) -> {
                given.add(deadline.left());
                scene.pass(deadline.left());
                throw new HomeTimelinesUnavailableException("hangs", null);
            };
            HomeTimeline timeline = scene.with(cold, hanging);
            Duration little = Duration.ofMillis(40);
            TimelineAnswer owing = timeline.read(READER, TweetId.LATEST, 20, scene.in(little));
            assertThat(owing.degraded()).contains(Degraded.CACHE);

            timeline.read(READER, TweetId.LATEST, 20, scene.in(little));

            assertThat(given).as("the page, what is owed").hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(left -> assertThat(left).isLessThanOrEqualTo(little));
            assertThat(scene.tweets.longestLeft()).isLessThanOrEqualTo(little);
        }
    }
}
