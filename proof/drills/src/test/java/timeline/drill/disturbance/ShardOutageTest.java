package timeline.drill.disturbance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.drill.fault.InstanceFault;
import timeline.drill.fault.RedisFaults;
import timeline.history.Action;
import timeline.history.Freshness;
import timeline.history.History;
import timeline.history.Operation;
import timeline.history.Outcome;
import timeline.history.SeenTweet;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;

/** A shard that is away may delay the tweets of its own readers, and of nobody else. */
class ShardOutageTest {
    private static final UserId ALICE = new UserId(1);
    private static final UserId HIT = new UserId(2);
    private static final UserId ELSEWHERE = new UserId(3);
    private static final TweetId TWEET = new TweetId(Snowflake.compose(Snowflake.EPOCH_MILLIS + 1_000, 0, 0));

    private final List<Operation> operations = new ArrayList<>();

    private void call(double second, UserId user, Action action, Outcome outcome) {
        operations.add(new Operation((long) (second * 1e9), (long) (second * 1e9), user, action, outcome));
    }

    private void lacksUntil(UserId reader, double second) {
        call(second, reader, new Action.Scroll(100), new Outcome.Seen(List.of(), Set.of()));
        call(second + 1, reader, new Action.Scroll(100), new Outcome.Seen(
                List.of(new SeenTweet(TWEET, ALICE, "text", TWEET.createdAt())), Set.of()));
    }

    private List<Shown> compare(double posted) {
        call(0, HIT, new Action.Follow(ALICE), new Outcome.Done());
        call(0, ELSEWHERE, new Action.Follow(ALICE), new Outcome.Done());
        call(posted, ALICE, new Action.Post("text"), new Outcome.Posted(TWEET));
        return new ShardOutage(RedisFaults.shard(InstanceFault.KILLED), Duration.ofSeconds(15), Duration.ofSeconds(3))
                .compare(new Freshness(new History(operations)), Set.of(ELSEWHERE), (long) 10e9);
    }

    @Test
    void itsOwnReadersMayWait() {
        lacksUntil(HIT, 25);
        lacksUntil(ELSEWHERE, 15);

        assertThat(compare(12)).allMatch(Shown::isAsWanted);
    }

    @Test
    void othersMayNot() {
        lacksUntil(ELSEWHERE, 15.1);

        assertThat(compare(12)).extracting(Shown::isAsWanted).containsExactly(true, false);
    }

    @Test
    void whatWasPostedBeforeDoesNotCount() {
        lacksUntil(ELSEWHERE, 20);

        assertThat(compare(9)).as("and is no evidence").extracting(Shown::isAsWanted).containsExactly(false, true);
    }
}
