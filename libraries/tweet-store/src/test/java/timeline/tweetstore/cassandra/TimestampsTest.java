package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.id.Snowflake;
import timeline.id.TweetId;

class TimestampsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    @ParameterizedTest
    @ValueSource(longs = {-5000, -1, 0, 1, 5000})
    void aDeleteIsLaterThanItsTweetWhateverTheClockSays(long clockAheadMillis) {
        TweetId tweet = new TweetId(Snowflake.compose(NOW.toEpochMilli(), 7, 7));

        assertThat(Timestamps.delete(tweet, NOW.plusMillis(clockAheadMillis))).isGreaterThan(Timestamps.post(tweet));
    }

    @Test
    void aTweetIsWrittenAtItsCreation() {
        assertThat(Timestamps.post(new TweetId(Snowflake.compose(NOW.toEpochMilli(), 1, 1))))
                .isEqualTo(Duration.ofMillis(NOW.toEpochMilli()).toNanos() / 1000);
    }

    @Test
    void settlingIsLaterThanOwing() {
        assertThat(Timestamps.settle(NOW)).isGreaterThan(Timestamps.owe(NOW));
    }
}
