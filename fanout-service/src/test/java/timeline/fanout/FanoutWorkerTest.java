package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeline.fanout.Stage.AUTHOR;
import static timeline.fanout.Stage.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.FanoutOutcome.LeftToReaders;
import timeline.fanout.FanoutOutcome.Pushed;
import timeline.fanout.FanoutOutcome.Removed;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;

class FanoutWorkerTest {
    private static final long NEVER_PULL = Long.MAX_VALUE;
    /** Longer than the way out of the pull set takes. */
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void pushesToEveryFollowerPageByPage() {
        Stage stage = new Stage(NEVER_PULL);
        List<UserId> readers = stage.followedBy(10);
        TweetPosted tweet = stage.post();

        assertThat(stage.handle(tweet)).isEqualTo(new Pushed(10, 10, 0, false));

        assertThat(readers).allSatisfy(reader -> assertThat(stage.cachedFor(reader)).containsExactly(tweet.tweet()));
    }

    @Test
    void makesNoTimelinesForThoseWhoHaveNone() {
        Stage stage = new Stage(NEVER_PULL);
        stage.followedBy(4);
        stage.cache.evict(reader(2));
        stage.graph.follow(reader(5), AUTHOR);

        assertThat(stage.handle(stage.post())).isEqualTo(new Pushed(5, 3, 0, false));
    }

    @Test
    void pushesToNobodyWhoDoesNotFollow() {
        Stage stage = new Stage(NEVER_PULL);
        stage.followedBy(2);
        stage.graph.unfollow(reader(1), AUTHOR);
        stage.handle(stage.post());

        assertThat(stage.cachedFor(reader(1))).isEmpty();
    }

    @Test
    void handlesTheTweetOfALonelyAuthor() {
        assertThat(new Stage(NEVER_PULL).handle(new Stage(NEVER_PULL).post())).isEqualTo(new Pushed(0, 0, 0, false));
    }

    @Test
    void deliversOnceHoweverOftenAnEventComes() {
        Stage stage = new Stage(NEVER_PULL);
        List<UserId> readers = stage.followedBy(5);
        TweetPosted first = stage.post();
        TweetPosted second = stage.post();

        for (TweetPosted event : List.of(first, second, first, second, second, first)) {
            stage.handle(event);
        }

        assertThat(readers).allSatisfy(
                reader -> assertThat(stage.cachedFor(reader)).containsExactly(second.tweet(), first.tweet()));
    }

    @Test
    void servesTheOthersWhenAPartOfTheCacheIsLost() {
        Stage stage = new Stage(NEVER_PULL);
        List<UserId> readers = stage.followedBy(10);
        TweetPosted tweet = stage.post();
        stage.cache.becomeUnavailableFor(reader(5)::equals);

        FanoutOutcome outcome = stage.handle(tweet);
        assertThat(outcome).isEqualTo(new Pushed(10, 9, 1, false));
        assertThat(outcome.isComplete()).isFalse();
        assertThat(readers).filteredOn(reader -> !reader.equals(reader(5)))
                .allSatisfy(reader -> assertThat(stage.cachedFor(reader)).containsExactly(tweet.tweet()));
        stage.cache.recover();
        assertThat(stage.handle(tweet).isComplete()).isTrue();

        assertThat(readers).allSatisfy(reader -> assertThat(stage.cachedFor(reader)).containsExactly(tweet.tweet()));
    }

    @Test
    void completesOnRedeliveryWhatAnOutageCutOff() {
        Stage stage = new Stage(NEVER_PULL);
        List<UserId> readers = stage.followedBy(10);
        TweetPosted tweet = stage.post();
        stage.cache.becomeUnavailable();

        assertThatThrownBy(() -> stage.handle(tweet)).isInstanceOf(HomeTimelinesUnavailableException.class);
        stage.cache.recover();
        stage.handle(tweet);

        assertThat(readers).allSatisfy(reader -> assertThat(stage.cachedFor(reader)).containsExactly(tweet.tweet()));
    }

    @Test
    void leavesACelebritysTweetsToTheReaders() {
        Stage stage = new Stage(10);
        List<UserId> readers = stage.followedBy(10);
        TweetPosted tweet = stage.post();

        assertThat(stage.handle(tweet)).isEqualTo(new LeftToReaders());

        assertThat(stage.graph.pulled(AUTHOR).orElseThrow().from()).isEqualTo(tweet.tweet());
        assertThat(readers).allSatisfy(reader -> {
            assertThat(stage.cachedFor(reader)).isEmpty();
            assertThat(stage.visibleTo(reader)).containsExactly(tweet.tweet());
        });
    }

    @Test
    void writesNothingForASecondTweetOfACelebrity() {
        Stage stage = new Stage(1);
        stage.followedBy(1);
        stage.handle(stage.post());
        PulledAuthor entered = stage.graph.pulled(AUTHOR).orElseThrow();

        stage.handle(stage.post());

        assertThat(stage.graph.pulled(AUTHOR)).contains(entered);
    }

    @Test
    void doesNotLeaveATweetAloneBeforeThePullSetSaysSo() {
        Stage stage = new Stage(1);
        stage.followedBy(1);
        TweetPosted tweet = stage.post();
        FanoutWorker worker = stage.worker(stage.graph, new ReadOnlyPullSet());

        assertThatThrownBy(() -> worker.handle(tweet, new Progress(), Deadline.current()))
                .isInstanceOf(GraphUnavailableException.class);
    }

    @Test
    void losesAndRepeatsNothingOnTheWayUpAndDown() {
        Stage stage = new Stage(20);
        List<TweetId> all = new ArrayList<>();
        List<UserId> readers = stage.followedBy(19);
        for (int round = 0; round < 3; round++) {
            for (int size : new int[]{19, 20, 21, 20, 19, 18, 17, 16, 18, 19}) {
                IntStream.rangeClosed(1, 21).forEach(number -> {
                    if (number <= size) {
                        stage.follow(reader(number));
                    } else {
                        stage.graph.unfollow(reader(number), AUTHOR);
                    }
                });
                TweetPosted tweet = stage.postAfter(Duration.ofSeconds(7));
                stage.handle(tweet);
                all.addFirst(tweet.tweet());
                assertThat(readers.subList(0, Math.min(16, size)))
                        .allSatisfy(reader -> assertThat(stage.visibleTo(reader)).containsExactlyElementsOf(all));
            }
        }
        assertThat(stage.graph.pulled(AUTHOR)).isEmpty();
        assertThat(stage.cachedFor(reader(1))).containsExactlyElementsOf(all);
    }

    @Test
    void losesNothingWhenTheThresholdMoves() {
        Stage stage = new Stage(NEVER_PULL);
        stage.followedBy(5);
        List<TweetId> all = new ArrayList<>();
        for (long threshold : new long[]{NEVER_PULL, 0, 5, 6, 6, 1, 100, 5, NEVER_PULL, NEVER_PULL}) {
            stage.graph.changeThreshold(threshold);
            TweetPosted tweet = stage.postAfter(LONG);
            stage.handle(tweet);
            all.addFirst(tweet.tweet());
            assertThat(stage.visibleTo(reader(3))).containsExactlyElementsOf(all);
        }
        assertThat(stage.cachedFor(reader(3))).containsExactlyElementsOf(all);
    }

    @Test
    void staysPulledWhenItCrashesOnTheWayOutAndGoesOnWithTheNextTweet() {
        Stage stage = new Stage(5);
        List<UserId> readers = stage.followedBy(5);
        TweetPosted left = stage.post();
        stage.handle(left);
        stage.graph.changeThreshold(NEVER_PULL);
        TweetPosted first = stage.post();
        assertThat(stage.handle(first)).isEqualTo(new Pushed(5, 5, 0, false));
        TweetPosted next = stage.postAfter(LONG);
        stage.cache.becomeUnavailable();

        assertThatThrownBy(() -> stage.handle(next)).isInstanceOf(HomeTimelinesUnavailableException.class);
        stage.cache.recover();
        assertThat(stage.graph.pulled(AUTHOR).orElseThrow().until()).isPresent();
        // The youngest is not pulled, and not pushed yet.
        assertThat(readers).allSatisfy(reader -> assertThat(stage.visibleTo(reader))
                .containsSubsequence(first.tweet(), left.tweet()));

        assertThat(stage.handle(next)).isEqualTo(new Pushed(5, 5, 0, true));
        assertThat(stage.graph.pulled(AUTHOR)).isEmpty();
        assertThat(readers).allSatisfy(reader -> assertThat(stage.cachedFor(reader)).containsExactly(next.tweet(),
                first.tweet(), left.tweet()));
    }

    /** And the others have the tweet all the same. */
    @Test
    void staysOnTheWayOutWhileAPartOfTheCacheIsLost() {
        Stage stage = new Stage(5);
        List<UserId> readers = stage.followedBy(5);
        TweetPosted left = stage.post();
        stage.handle(left);
        stage.graph.changeThreshold(NEVER_PULL);
        TweetPosted first = stage.post();
        stage.handle(first);
        TweetPosted next = stage.postAfter(LONG);
        stage.cache.becomeUnavailableFor(reader(4)::equals);

        assertThat(stage.handle(next)).isEqualTo(new Pushed(5, 4, 1, false));
        assertThat(stage.cachedFor(reader(5))).startsWith(next.tweet());
        stage.cache.recover();
        assertThat(stage.graph.pulled(AUTHOR).orElseThrow().until()).isPresent();
        assertThat(stage.visibleTo(reader(4))).contains(left.tweet(), first.tweet());

        assertThat(stage.handle(next)).isEqualTo(new Pushed(5, 5, 0, true));
        assertThat(stage.graph.pulled(AUTHOR)).isEmpty();
        assertThat(readers).allSatisfy(reader -> assertThat(stage.cachedFor(reader)).containsExactly(next.tweet(),
                first.tweet(), left.tweet()));
    }

    @Test
    void aDeleteWaitsForNoLostPartOfTheCache() {
        Stage stage = new Stage(NEVER_PULL);
        stage.followedBy(5);
        TweetPosted tweet = stage.post();
        stage.handle(tweet);
        stage.cache.becomeUnavailableFor(reader(4)::equals);

        assertThat(stage.worker.handle(stage.delete(tweet), new Progress(), Deadline.current()))
                .isEqualTo(new Removed());
        assertThat(stage.cachedFor(reader(5))).isEmpty();
        stage.cache.recover();
        assertThat(stage.visibleTo(reader(4))).as("looked up, and gone").isEmpty();
    }

    @Test
    void claimsNoMoreThanItBringsAfterALongCelebrityLife() {
        Stage stage = new Stage(1);
        stage.followedBy(1);
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            TweetPosted tweet = stage.post();
            stage.handle(tweet);
            all.addFirst(tweet.tweet());
        }
        stage.graph.changeThreshold(NEVER_PULL);
        for (int i = 0; i < 2; i++) {
            TweetPosted last = stage.postAfter(LONG);
            stage.handle(last);
            all.addFirst(last.tweet());
        }

        assertThat(stage.graph.pulled(AUTHOR)).isEmpty();
        assertThat(stage.cachedFor(reader(1))).hasSizeLessThan(1000).startsWith(all.getFirst(), all.get(1));
        assertThat(stage.visibleTo(reader(1))).containsExactlyElementsOf(all);
    }

    @Test
    void removesADeletedTweet() {
        Stage stage = new Stage(NEVER_PULL);
        stage.followedBy(5);
        TweetPosted kept = stage.post();
        TweetPosted deleted = stage.post();
        stage.handle(kept);
        stage.handle(deleted);

        assertThat(stage.worker.handle(stage.delete(deleted), new Progress(), Deadline.current()))
                .isEqualTo(new Removed());

        assertThat(stage.cachedFor(reader(4))).containsExactly(kept.tweet());
    }

    @Test
    void walksNoCelebritysAudienceForADelete() {
        Stage stage = new Stage(1);
        stage.followedBy(1);
        TweetPosted tweet = stage.post();
        stage.handle(tweet);
        stage.cache.becomeUnavailable();

        assertThat(stage.worker.handle(stage.delete(tweet), new Progress(), Deadline.current()))
                .isEqualTo(new Removed());
        stage.cache.recover();
        assertThat(stage.visibleTo(reader(1))).isEmpty();
    }

    @Test
    void pushesToALargeAudienceInTurnsAndToNobodyTwice() {
        Stage stage = new Stage(NEVER_PULL);
        List<UserId> readers = stage.followedBy(30);
        AtomicLong nanos = new AtomicLong();
        SlowTimelines slow = new SlowTimelines(stage.cache, nanos, Duration.ofSeconds(1));
        FanoutWorker worker = stage.worker(slow);
        TweetPosted tweet = stage.post();
        Progress progress = new Progress();

        List<Duration> turns = new ArrayList<>();
        FanoutOutcome outcome = null;
        while (outcome == null) {
            long began = nanos.get();
            try {
                outcome = worker.handle(tweet, progress, Deadline.in(Duration.ofSeconds(3), nanos::get));
            } catch (UnfinishedException next) {
                turns.add(Duration.ofNanos(nanos.get() - began));
            }
        }

        assertThat(outcome).isEqualTo(new Pushed(30, 30, 0, false));
        assertThat(slow.served).as("each page once, in order").containsExactlyElementsOf(readers);
        assertThat(turns).hasSizeGreaterThan(1)
                .allSatisfy(turn -> assertThat(turn).isLessThanOrEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void leadsACelebrityWithALongPastOutInTurns() {
        Stage stage = new Stage(1);
        stage.followedBy(12);
        List<TweetId> all = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            TweetPosted tweet = stage.post();
            stage.handle(tweet);
            all.addFirst(tweet.tweet());
        }
        stage.graph.changeThreshold(NEVER_PULL);
        TweetPosted first = stage.post();
        stage.handle(first);
        TweetPosted last = stage.postAfter(LONG);
        AtomicLong nanos = new AtomicLong();
        SlowTimelines slow = new SlowTimelines(stage.cache, nanos, Duration.ofSeconds(1));
        FanoutWorker worker = stage.worker(slow);
        Progress progress = new Progress();

        int turns = 1;
        while (true) {
            try {
                assertThat(worker.handle(last, progress, Deadline.in(Duration.ofSeconds(2), nanos::get)))
                        .isEqualTo(new Pushed(12, 12, 0, true));
                break;
            } catch (UnfinishedException next) {
                assertThat(stage.visibleTo(reader(12))).as("pulled until all is brought").containsAll(all);
                turns++;
            }
        }

        assertThat(turns).isGreaterThan(2);
        assertThat(slow.mostEntries).as("entries in one call").isLessThanOrEqualTo(64_000);
        assertThat(stage.cachedFor(reader(12))).hasSize(702).startsWith(last.tweet(), first.tweet());
    }

    /** Timelines each of whose calls takes some time. */
    private static final class SlowTimelines implements HomeTimelineWriter {
        private final HomeTimelineWriter timelines;
        private final AtomicLong nanos;
        private final Duration takes;
        final List<UserId> served = new ArrayList<>();
        long mostEntries;

        SlowTimelines(HomeTimelineWriter timelines, AtomicLong nanos, Duration takes) {
            this.timelines = timelines;
            this.nanos = nanos;
            this.takes = takes;
        }

        @Override
        public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
            served.addAll(followers);
            Taken delivered = timelines.push(entry, followers, deadline);
            nanos.addAndGet(takes.toNanos());
            return delivered;
        }

        @Override
        public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
                Deadline deadline) {
            mostEntries = Math.max(mostEntries, (long) entries.size() * followers.size());
            timelines.backfill(entries, completeFrom, followers, deadline);
            nanos.addAndGet(takes.toNanos());
        }

        @Override
        public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
            timelines.remove(entry, followers, deadline);
        }
    }

    /** Refuses every write. */
    private static final class ReadOnlyPullSet implements PullSet {
        @Override
        public void enter(UserId author, TweetId from, Deadline deadline) {
            throw new GraphUnavailableException("read only", null);
        }

        @Override
        public void beginWayOut(UserId author, Deadline deadline) {
            throw new GraphUnavailableException("read only", null);
        }

        @Override
        public boolean remove(UserId author, long epoch, Deadline deadline) {
            throw new GraphUnavailableException("read only", null);
        }
    }
}
