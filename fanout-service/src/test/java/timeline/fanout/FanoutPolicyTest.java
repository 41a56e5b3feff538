package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import timeline.fanout.FanoutPlan.LeaveCelebrityMode;
import timeline.fanout.FanoutPlan.LeaveForReadTime;
import timeline.fanout.FanoutPlan.PushToFollowers;
import timeline.id.TweetId;

class FanoutPolicyTest {
    private static final TweetId TWEET = new TweetId(1000);

    private final FanoutPolicy policy = new FanoutPolicy();

    @ParameterizedTest
    @CsvSource({"0,1", "9999,10000", "19,20", "8999,10000", "9223372036854775806,9223372036854775807"})
    void pushesBelowTheThreshold(long followers, long threshold) {
        assertThat(plan(followers, threshold, null)).isEqualTo(new PushToFollowers());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "10000,10000", "10001,10000", "20,20"})
    void leavesAuthorsAtTheThresholdToTheReadersAndEntersThem(long followers, long threshold) {
        assertThat(plan(followers, threshold, null)).isEqualTo(new LeaveForReadTime(false));
    }

    @ParameterizedTest
    @CsvSource({"10000,10000", "9999,10000", "9000,10000", "18,20", "0,0"})
    void keepsACelebrityDownToNineTenths(long followers, long threshold) {
        assertThat(plan(followers, threshold, new PulledAuthor(new TweetId(1), false, 7)))
                .isEqualTo(new LeaveForReadTime(true));
    }

    @ParameterizedTest
    @CsvSource({"8999,10000", "17,20", "0,1", "0,10000", "9999,9223372036854775807"})
    void leadsACelebrityOutBelowNineTenths(long followers, long threshold) {
        assertThat(plan(followers, threshold, new PulledAuthor(new TweetId(1), false, 7)))
                .isEqualTo(new LeaveCelebrityMode());
    }

    @ParameterizedTest
    @CsvSource({"9999,10000", "9000,10000", "8999,10000"})
    void goesOnLeadingOutWhereACrashStopped(long followers, long threshold) {
        assertThat(plan(followers, threshold, new PulledAuthor(new TweetId(1), true, 7)))
                .isEqualTo(new LeaveCelebrityMode());
    }

    @Test
    void entersALeavingAuthorAgainWhoHasGrown() {
        assertThat(plan(10_000, 10_000, new PulledAuthor(new TweetId(1), true, 7)))
                .isEqualTo(new LeaveForReadTime(false));
    }

    @Test
    void entersAgainForATweetThatIsOlderThanTheEntry() {
        assertThat(plan(10_000, 10_000, new PulledAuthor(new TweetId(1001), false, 7)))
                .isEqualTo(new LeaveForReadTime(false));
        assertThat(plan(10_000, 10_000, new PulledAuthor(TWEET, false, 7))).isEqualTo(new LeaveForReadTime(true));
    }

    private FanoutPlan plan(long followers, long threshold, @Nullable PulledAuthor pulled) {
        return policy.plan(new Audience(followers, threshold, Optional.ofNullable(pulled)), TWEET);
    }
}
