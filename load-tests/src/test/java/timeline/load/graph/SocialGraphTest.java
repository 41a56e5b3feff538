package timeline.load.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SocialGraphTest {
    private final SocialGraph graph = SocialGraph.skewed(1_000, 800, new SplittableRandom(1));

    @Test
    void givesTheMostFollowedUserExactlyTheFollowersAskedFor() {
        assertThat(graph.followersOf(0)).hasSize(800);
    }

    @Test
    void fallsWithTheRankAsTheRealGraphDoes() {
        assertThat(graph.followersOf(1)).hasSize(373);
        assertThat(graph.followersOf(9)).hasSize(64);
        assertThat(graph.followersOf(999)).isEmpty();
    }

    @Test
    void neverLetsAnybodyFollowThemselvesOrAnybodyTwice() {
        for (int rank = 0; rank < graph.users(); rank++) {
            int[] followers = graph.followersOf(rank);
            assertThat(followers).doesNotContain(rank).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void tellsTheSameEdgesFromBothEnds() {
        assertThat(graph.following().stream().mapToLong(java.util.List::size).sum()).isEqualTo(graph.edges());
        assertThat(graph.following().get(graph.followersOf(5)[0])).contains(5);
    }

    @Test
    void isTheSameGraphForTheSameSeed() {
        SocialGraph again = SocialGraph.skewed(1_000, 800, new SplittableRandom(1));

        assertThat(IntStream.range(0, 1_000)
                .allMatch(rank -> Arrays.equals(graph.followersOf(rank), again.followersOf(rank))))
                .isTrue();
    }

    @Test
    void letsTheFollowedPostMoreAndTheUnfollowedNever() {
        SplittableRandom random = new SplittableRandom(2);
        long[] posts = new long[1_000];
        for (int i = 0; i < 20_000; i++) {
            posts[graph.author(random)]++;
        }

        assertThat(posts[0]).isGreaterThan(posts[200]);
        assertThat(posts[999]).isZero();
    }

    @Test
    void letsATenthOfTheUsersPostFourFifths() {
        SplittableRandom random = new SplittableRandom(3);
        long posts = IntStream.range(0, 100_000).filter(post -> graph.author(random) < 100).count();

        assertThat(posts / 100_000.0).isCloseTo(0.8, within(0.03));
    }

    @Test
    void refusesMoreFollowersThanThereAreUsers() {
        assertThatThrownBy(() -> SocialGraph.skewed(10, 10, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
