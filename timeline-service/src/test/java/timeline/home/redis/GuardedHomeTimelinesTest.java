package timeline.home.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.ManualClock;

class GuardedHomeTimelinesTest {
    private static final UserId READER = new UserId(1);

    private final InMemoryHomeTimelines timelines = new InMemoryHomeTimelines(ManualClock.at("2026-01-01T00:00:00Z"));
    private final GuardedHomeTimelines guarded = new GuardedHomeTimelines(timelines, timelines);

    @Test
    void passesEverythingOnWhileTheCacheAnswers() {
        guarded.beginRebuild(READER).orElseThrow().finish(List.of(), TweetId.EARLIEST);
        HomeTimelineEntry entry = new HomeTimelineEntry(new TweetId(7), new UserId(2));

        assertThat(guarded.push(entry, List.of(READER))).isEqualTo(1);
        guarded.backfill(List.of(new HomeTimelineEntry(new TweetId(6), new UserId(2))), TweetId.EARLIEST,
                List.of(READER));
        guarded.remove(entry, List.of(READER));

        assertThat(guarded.page(READER, TweetId.LATEST, 5)).isEqualTo(timelines.page(READER, TweetId.LATEST, 5));
        assertThat(guarded.isAsked()).isTrue();
    }

    @Test
    void leavesADeadCacheAloneAndFindsItAgain() {
        timelines.becomeUnavailable();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> guarded.page(READER, TweetId.LATEST, 5))
                    .isInstanceOf(HomeTimelinesUnavailableException.class);
        }
        assertThat(guarded.isAsked()).isFalse();

        timelines.recover();

        Await.that("it is asked again", () -> guarded.page(READER, TweetId.LATEST, 5) != null && guarded.isAsked());
    }

    @Test
    void goesOnAskingACacheThatFailsForSome() {
        timelines.becomeUnavailableFor(user -> user.value() % 3 == 0);
        for (int i = 1; i <= 100; i++) {
            UserId reader = new UserId(i);
            if (i % 3 == 0) {
                assertThatThrownBy(() -> guarded.page(reader, TweetId.LATEST, 5))
                        .isInstanceOf(HomeTimelinesUnavailableException.class);
            } else {
                assertThat(guarded.page(reader, TweetId.LATEST, 5)).isNotNull();
            }
        }
    }
}
