package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import timeline.fanout.FanoutPlan.BeginWayOut;
import timeline.fanout.FanoutPlan.EndWayOut;
import timeline.fanout.FanoutPlan.PullAtReadTime;
import timeline.fanout.FanoutPlan.PushToFollowers;
import timeline.id.TweetId;

class FanoutPolicyTest {
    private static final TweetId TWEET = new TweetId(1000);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final FanoutPolicy policy = new FanoutPolicy();

    @ParameterizedTest
    @CsvSource({"0,1", "9999,10000", "19,20", "8999,10000", "9223372036854775806,9223372036854775807"})
    void pushesBelowTheThreshold(long followers, long threshold) {
        assertThat(plan(followers, threshold, null)).isEqualTo(new PushToFollowers());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "10000,10000", "10001,10000", "20,20"})
    void leavesAuthorsAtTheThresholdToTheReadersAndEntersThem(long followers, long threshold) {
        assertThat(plan(followers, threshold, null)).isEqualTo(new PullAtReadTime(false));
    }

    @ParameterizedTest
    @CsvSource({"10000,10000", "9999,10000", "9000,10000", "18,20", "0,0"})
    void keepsACelebrityDownToNineTenths(long followers, long threshold) {
        assertThat(plan(followers, threshold, new PulledAuthor(new TweetId(1), Optional.empty(), 7)))
                .isEqualTo(new PullAtReadTime(true));
    }

    @ParameterizedTest
    @CsvSource({"8999,10000", "17,20", "0,1", "0,10000", "9999,9223372036854775807"})
    void leadsACelebrityOutBelowNineTenths(long followers, long threshold) {
        assertThat(plan(followers, threshold, new PulledAuthor(new TweetId(1), Optional.empty(), 7)))
                .isEqualTo(new BeginWayOut());
    }

    @ParameterizedTest
    @CsvSource({"9999,10000", "9000,10000", "8999,10000", "0,10000"})
    void goesOnLeadingOutWithTheFirstTweetThatIsYoungEnough(long followers, long threshold) {
        PulledAuthor leaving = new PulledAuthor(new TweetId(1), Optional.of(TweetId.firstOf(NOON)), 7);

        for (long millis : new long[]{-100_000, -1, 0, 9_999}) {
            assertThat(plan(followers, threshold, leaving, TweetId.firstOf(NOON.plusMillis(millis))))
                    .isEqualTo(new PushToFollowers());
        }
        for (long millis : new long[]{10_000, 1_000_000}) {
            assertThat(plan(followers, threshold, leaving, TweetId.firstOf(NOON.plusMillis(millis))))
                    .isEqualTo(new EndWayOut(leaving));
        }
    }

    @Test
    void entersALeavingAuthorAgainWhoHasGrown() {
        assertThat(plan(10_000, 10_000, new PulledAuthor(new TweetId(1), Optional.of(new TweetId(2)), 7)))
                .isEqualTo(new PullAtReadTime(false));
    }

    @Test
    void entersAgainForATweetThatIsOlderThanTheEntry() {
        assertThat(plan(10_000, 10_000, new PulledAuthor(new TweetId(1001), Optional.empty(), 7)))
                .isEqualTo(new PullAtReadTime(false));
        assertThat(plan(10_000, 10_000, new PulledAuthor(TWEET, Optional.empty(), 7)))
                .isEqualTo(new PullAtReadTime(true));
    }

    private FanoutPlan plan(long followers, long threshold, @Nullable PulledAuthor pulled) {
        return plan(followers, threshold, pulled, TWEET);
    }

    private FanoutPlan plan(long followers, long threshold, @Nullable PulledAuthor pulled, TweetId tweet) {
        return policy.plan(new Audience(followers, threshold, Optional.ofNullable(pulled)), tweet);
    }
}
