package timeline.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;

class FullTimelinesTest {
    private static final long NEWEST = 1_750_000_000_000L;
    private static final UserId AUTHOR = new UserId(9);

    private final InMemoryHomeTimelines timelines = new InMemoryHomeTimelines(Clock.systemUTC());

    @Test
    void haveEverySizeFromOneTrimToTheNextEquallyOften() throws InterruptedException {
        List<UserId> users = LongStream.rangeClosed(1, 1_000).mapToObj(UserId::new).toList();

        FullTimelines.build(timelines, timelines, users, AUTHOR, NEWEST);

        assertThat(users.stream().map(timelines::entries).sorted().distinct())
                .containsExactlyElementsOf(IntStream.range(800, 900).boxed().toList());
        assertThat(users.stream().filter(user -> timelines.entries(user) == 850)).hasSize(10);
    }

    @Test
    void areReadyAndHoldNothingNewerThanAsked() throws InterruptedException {
        List<UserId> users = LongStream.rangeClosed(1, 100).mapToObj(UserId::new).toList();

        FullTimelines.build(timelines, timelines, users, AUTHOR, NEWEST);

        assertThat(users).allSatisfy(user -> assertThat(
                timelines.page(user, TweetId.LATEST, 1, Deadline.current())).isInstanceOfSatisfying(Ready.class,
                        page -> assertThat(Snowflake.epochMillis(page.entries().getFirst().tweet().value()))
                                .isLessThan(NEWEST)));
    }
}
