package timeline.follow.audience;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.Together;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.follow.TestGraph;
import timeline.id.TweetId;
import timeline.id.UserId;

/** What every pull set promises. */
public interface PullSetContract {
    UserId STAR = new UserId(77);

    TestGraph graph();

    @Test
    default void anAuthorEntersFromATweetOn() {
        PulledAuthor entered = set().enter(STAR, new TweetId(500));

        assertThat(entered).isEqualTo(new PulledAuthor(new TweetId(500), Optional.empty(), set().epoch()));
        assertThat(set().find(STAR)).contains(entered);
    }

    @Test
    default void enteringAgainWithALaterTweetChangesNothing() {
        PulledAuthor entered = set().enter(STAR, new TweetId(500));

        assertThat(set().enter(STAR, new TweetId(501))).isEqualTo(entered);
        assertThat(set().enter(STAR, new TweetId(500))).isEqualTo(entered);
        assertThat(set().epoch()).isEqualTo(entered.epoch());
    }

    @Test
    default void enteringWithAnEarlierTweetExtendsTheEra() {
        PulledAuthor entered = set().enter(STAR, new TweetId(500));

        PulledAuthor extended = set().enter(STAR, new TweetId(400));

        assertThat(extended).isEqualTo(new PulledAuthor(new TweetId(400), Optional.empty(), entered.epoch() + 1));
        assertThat(set().epoch()).isEqualTo(extended.epoch());
    }

    @Test
    default void aLeavingAuthorIsStillInTheSet() {
        PulledAuthor entered = set().enter(STAR, new TweetId(500));

        PulledAuthor leaving = set().leave(STAR).orElseThrow();

        assertThat(leaving).isEqualTo(new PulledAuthor(new TweetId(500), leaving.until(), entered.epoch() + 1));
        assertThat(Duration.between(graph().now(), leaving.until().orElseThrow().createdAt()))
                .isCloseTo(PullSet.PULLED_ON, Duration.ofSeconds(2));
        assertThat(set().find(STAR)).contains(leaving);
        assertThat(set().leave(STAR)).contains(leaving);
    }

    @Test
    default void aLeavingAuthorIsRemovedWithTheEpochOfTheirLeaving() {
        set().enter(STAR, new TweetId(500));
        PulledAuthor leaving = set().leave(STAR).orElseThrow();

        assertThat(set().remove(STAR, leaving.epoch())).isTrue();
        assertThat(set().find(STAR)).isEmpty();
        assertThat(set().epoch()).isEqualTo(leaving.epoch() + 1);
        assertThat(set().remove(STAR, leaving.epoch())).isTrue();
        assertThat(set().epoch()).isEqualTo(leaving.epoch() + 1);
    }

    @Test
    default void whoEntersWhileLeavingStays() {
        set().enter(STAR, new TweetId(500));
        PulledAuthor leaving = set().leave(STAR).orElseThrow();

        PulledAuthor back = set().enter(STAR, new TweetId(600));

        assertThat(back).isEqualTo(new PulledAuthor(new TweetId(500), Optional.empty(), leaving.epoch() + 1));
        assertThat(set().remove(STAR, leaving.epoch())).isFalse();
        assertThat(set().find(STAR)).contains(back);
    }

    @Test
    default void nobodyIsRemovedWhoIsNotLeaving() {
        PulledAuthor entered = set().enter(STAR, new TweetId(500));

        assertThat(set().remove(STAR, entered.epoch())).isFalse();
        assertThat(set().find(STAR)).contains(entered);
    }

    @Test
    default void whoIsNotInTheSetCanNotLeave() {
        assertThat(set().leave(STAR)).isEmpty();
        assertThat(set().remove(STAR, 1)).isTrue();
        assertThat(set().epoch()).isZero();
    }

    @Test
    default void countsConcurrentChangesOneByOne() {
        Together.run(32, number -> set().enter(new UserId(number + 1L), new TweetId(500)));

        assertThat(set().epoch()).isEqualTo(32);
        assertThat(Together.run(32, number -> set().find(new UserId(number + 1L)).orElseThrow().epoch()))
                .doesNotHaveDuplicates();
    }

    private PullSet set() {
        return graph().pullSet();
    }
}
