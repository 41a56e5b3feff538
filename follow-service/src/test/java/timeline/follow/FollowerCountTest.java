package timeline.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.id.UserId;

class FollowerCountTest {
    /** Steps between ids: consecutive, and all multiples of the number of shards, which a plain remainder would put into one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 16, 4_096, 1L << 22})
    void spreadsFollowersEvenlyWhateverTheirIdsHaveInCommon(long step) {
        int[] followers = new int[FollowerCount.SHARDS];
        for (long i = 1; i <= 16_000; i++) {
            followers[FollowerCount.shardOf(new UserId(i * step))]++;
        }
        assertThat(Arrays.stream(followers)).allMatch(count -> count > 500 && count < 1_500);
    }
}
