package timeline.home.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.ManualClock;

class GuardedHomeTimelinesTest {
    private static final UserId READER = new UserId(1);

    private final InMemoryHomeTimelines timelines = new InMemoryHomeTimelines(ManualClock.at("2026-01-01T00:00:00Z"));
    private final GuardedHomeTimelines guarded = new GuardedHomeTimelines(timelines, timelines,
            user -> "shard-" + user.value() % 3, new ShardSettings(20, Duration.ofMillis(200)));

    @Test
    void passesEverythingOnWhileTheCacheAnswers() {
        guarded.beginRebuild(READER, Deadline.current()).orElseThrow().finish(List.of(), TweetId.EARLIEST,
                Deadline.current());
        HomeTimelineEntry entry = new HomeTimelineEntry(new TweetId(7), new UserId(2));

        assertThat(timelines.push(entry, List.of(READER), Deadline.current())).isEqualTo(new Taken(1, 0));
        guarded.backfill(List.of(new HomeTimelineEntry(new TweetId(6), new UserId(2))), TweetId.EARLIEST,
                List.of(READER), Deadline.current());

        assertThat(guarded.page(READER, TweetId.LATEST, 5, Deadline.current()))
                .isEqualTo(timelines.page(READER, TweetId.LATEST, 5, Deadline.current()));
        assertThat(guarded.resting()).isZero();
    }

    @Test
    void leavesADeadCacheAloneAndFindsItAgain() {
        timelines.becomeUnavailable();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> guarded.page(READER, TweetId.LATEST, 5, Deadline.current()))
                    .isInstanceOf(HomeTimelinesUnavailableException.class);
        }
        assertThat(guarded.resting()).isEqualTo(1);

        timelines.recover();

        Await.that("it is asked again",
                () -> guarded.page(READER, TweetId.LATEST, 5, Deadline.current()) != null && guarded.resting() == 0);
    }

    @Test
    void judgesAShardByAsManyCallsAsAreSet() {
        GuardedHomeTimelines quick = new GuardedHomeTimelines(timelines, timelines, user -> "shard",
                new ShardSettings(4, Duration.ofMinutes(1)));
        timelines.becomeUnavailable();

        fail(quick);
        assertThat(quick.resting()).isZero();
        fail(quick);
        assertThat(quick.resting()).as("after half of the calls by which it is judged").isEqualTo(1);
    }

    private static void fail(GuardedHomeTimelines timelines) {
        assertThatThrownBy(() -> timelines.page(READER, TweetId.LATEST, 5, Deadline.current()))
                .isInstanceOf(HomeTimelinesUnavailableException.class);
    }

    @Test
    void leavesOneShardAloneAndAsksTheOthers() {
        timelines.becomeUnavailableFor(user -> user.value() % 3 == 0);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> guarded.page(new UserId(3), TweetId.LATEST, 5, Deadline.current()))
                    .isInstanceOf(HomeTimelinesUnavailableException.class);
        }

        assertThat(guarded.resting()).isEqualTo(1);
        for (long reader : new long[]{1, 2, 4, 5}) {
            assertThat(guarded.page(new UserId(reader), TweetId.LATEST, 5, Deadline.current())).isNotNull();
        }
    }

    @Test
    void blamesNoShardForReadersWithoutTime() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> guarded.page(READER, TweetId.LATEST, 5, Deadline.in(Duration.ZERO)))
                    .isInstanceOf(HomeTimelinesUnavailableException.class);
        }

        assertThat(guarded.resting()).isZero();
        assertThat(guarded.page(READER, TweetId.LATEST, 5, Deadline.current())).isNotNull();
    }
}
