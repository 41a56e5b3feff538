package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.home.TimelineRebuilder.Outcome;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Cold;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.tweetstore.Tweet;

class TimelineRebuilderTest {
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final UserId READER = user(1);
    private static final UserId AUTHOR = user(2);

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void holdsEverythingWhenThereIsNoMoreThanARebuildBrings() {
        List<TweetId> all = timelineOf(199);

        assertThat(scene.rebuilder.rebuild(READER, PATIENT)).isEqualTo(Outcome.READY);

        assertThat(cached().floor()).isEqualTo(TweetId.EARLIEST);
        assertThat(cached().entries()).extracting(entry -> entry.tweet()).isEqualTo(all);
    }

    @Test
    void holdsTheNewestWhenThereIsMore() {
        List<TweetId> all = timelineOf(201);

        scene.rebuilder.rebuild(READER, PATIENT);

        assertThat(cached().floor()).isEqualTo(all.get(199));
        assertThat(cached().entries()).hasSize(200);
    }

    @Test
    void keepsTheTweetsThatItsReaderIsAboutToAskFor() {
        timelineOf(3);

        scene.rebuilder.rebuild(READER, PATIENT);
        scene.tweets.failLookUps(true);

        assertThat(scene.first(READER).tweets()).hasSize(3);
    }

    @Test
    void holdsThePulledToo() {
        scene.follow(READER, AUTHOR);
        scene.celebrate(AUTHOR);
        Tweet tweet = scene.publish(AUTHOR);

        scene.rebuilder.rebuild(READER, PATIENT);

        assertThat(cached().entries()).containsExactly(Scene.entry(tweet));
    }

    @Test
    void buildsOnceHoweverManyAsk() {
        timelineOf(10);
        scene.tweets.hangFor(AUTHOR::equals);
        List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
        IntStream.range(0, 50).forEach(any -> waiting.add(CompletableFuture.supplyAsync(
                () -> scene.rebuilder.rebuild(READER, Duration.ofMillis(50)))));

        waiting.forEach(one -> assertThat(one.join()).isEqualTo(Outcome.UNDER_WAY));

        assertThat(scene.rebuilder.underWay()).isEqualTo(1);
        assertThat(scene.tweets.hung.get()).isEqualTo(1);
    }

    @Test
    void refusesToBuildTooManyAtOnce() {
        IntStream.range(0, 9).forEach(number -> scene.follow(user(100 + number), AUTHOR));
        scene.tweets.hangFor(AUTHOR::equals);
        IntStream.range(0, 8)
                .forEach(number -> assertThat(scene.rebuilder.rebuild(user(100 + number), Duration.ZERO))
                        .isEqualTo(Outcome.UNDER_WAY));

        assertThat(scene.rebuilder.rebuild(user(108), PATIENT)).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void givesUpWhenItTakesTooLongAndLeavesTheTimelineToOthers() {
        try (Scene hasty = new Scene(limits -> new ReadLimits(limits.budget(), limits.own(), limits.celebrities(),
                limits.hydration(), limits.rebuildPatience(), Duration.ofMillis(50), 8, 32, limits.shedAfter(),
                2000, 200))) {
            hasty.follow(READER, AUTHOR);
            hasty.tweets.hangFor(AUTHOR::equals);

            assertThat(hasty.rebuilder.rebuild(READER, PATIENT)).isEqualTo(Outcome.FAILED);

            assertThat(hasty.timelines.page(READER, TweetId.LATEST, 1, Deadline.current())).isEqualTo(new Cold());
            assertThat(hasty.timelines.beginRebuild(READER, Deadline.current())).as("the build was given up")
                    .isPresent();
            Await.that("nothing is under way", () -> hasty.rebuilder.underWay() == 0);
        }
    }

    @Test
    void keepsWhatWasPushedWhileItWasBuilt() {
        timelineOf(3);
        var build = scene.timelines.beginRebuild(READER, Deadline.current()).orElseThrow();
        Tweet pushed = scene.publish(AUTHOR);
        build.abandon(Deadline.current());

        scene.rebuilder.rebuild(READER, PATIENT);

        assertThat(cached().entries()).hasSize(4).startsWith(Scene.entry(pushed));
    }

    @Test
    void leavesATimelineThatAnotherProcessBuildsToIt() {
        timelineOf(3);
        scene.timelines.beginRebuild(READER, Deadline.current());

        assertThat(scene.rebuilder.rebuild(READER, PATIENT)).isEqualTo(Outcome.ELSEWHERE);
    }

    @Test
    void failsQuietlyWhenTheCacheIsDown() {
        scene.timelines.becomeUnavailable();

        assertThat(scene.rebuilder.rebuild(READER, PATIENT)).isEqualTo(Outcome.FAILED);
    }

    /** Of three authors, newest first; cold. */
    private List<TweetId> timelineOf(int size) {
        List<UserId> authors = List.of(AUTHOR, user(3), user(4));
        authors.forEach(author -> scene.follow(READER, author));
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.addFirst(scene.publish(authors.get(i % 3)).id());
        }
        return all;
    }

    private Ready cached() {
        return (Ready) scene.timelines.page(READER, TweetId.LATEST, 1000, Deadline.current());
    }
}
