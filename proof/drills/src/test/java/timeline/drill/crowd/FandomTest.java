package timeline.drill.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever of the flighty followers is there, the fickle ones decide on which side of the threshold an author is. */
class FandomTest {
    private final CrowdPlan plan = Fandom.around(20);
    private final int threshold = Math.toIntExact(plan.threshold().orElseThrow());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 19})
    void anAuthorWithFickleFollowersIsACelebrity(int author) {
        assertThat(followers(author, Bond.LOYAL) + followers(author, Bond.FICKLE)).isGreaterThanOrEqualTo(threshold);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 19})
    void anAuthorWithoutThemIsClearlyBelow(int author) {
        assertThat(followers(author, Bond.LOYAL) + followers(author, Bond.FLIGHTY)).isLessThan(threshold * 9 / 10);
    }

    @Test
    void everyFollowerIsLoyalToSomebody() {
        for (int follower = 0; follower < plan.followers(); follower++) {
            int number = follower;
            assertThat(IntStream.range(0, plan.authors())
                    .mapToObj(author -> Fandom.bond(number, author))).contains(Bond.LOYAL, Bond.FICKLE);
        }
    }

    private int followers(int author, Bond wanted) {
        Map<Bond, Integer> counts = new EnumMap<>(Bond.class);
        Bond.Pattern pattern = plan.pattern().of(new SplittableRandom(1));
        for (int follower = 0; follower < plan.followers(); follower++) {
            counts.merge(pattern.between(follower, author), 1, Integer::sum);
        }
        return counts.getOrDefault(wanted, 0);
    }
}
