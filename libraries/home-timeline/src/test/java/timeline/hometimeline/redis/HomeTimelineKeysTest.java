package timeline.hometimeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.stores.redis.RedisUsers;

class HomeTimelineKeysTest {
    private static final long SEED = 20_261_130;

    /** The order that Redis keeps: by score, a double, then by bytes without sign. */
    private static final Comparator<HomeTimelineEntry> IN_REDIS = Comparator
            .comparingDouble((HomeTimelineEntry entry) -> score(entry))
            .thenComparing(HomeTimelineKeys::member, Arrays::compareUnsigned);

    @Test
    void theOrderInRedisIsTheReverseOfMillisecondAndId() {
        Random random = new Random(SEED);
        LongStream extreme = LongStream.of(1, 2, 0x7F, 0x80, 0xFF, 0x100, Snowflake.IDS_PER_MILLISECOND - 1,
                Snowflake.IDS_PER_MILLISECOND, Snowflake.IDS_PER_MILLISECOND + 1, 0x7FFF_FFFFL, 0x8000_0000L,
                0xFFFF_FFFFL,
                0x1_0000_0000L, Long.MAX_VALUE - Snowflake.IDS_PER_MILLISECOND, Long.MAX_VALUE - 1, Long.MAX_VALUE);
        LongStream anywhere = random.longs(2_000, 1, Long.MAX_VALUE);
        LongStream ofOneMillisecond = random.longs(2_000, Snowflake.compose(1_750_000_000_000L, 0, 0),
                Snowflake.compose(1_750_000_000_001L, 0, 0));
        List<HomeTimelineEntry> entries = Stream.of(extreme, anywhere, ofOneMillisecond)
                .flatMap(LongStream::boxed).distinct()
                .map(id -> new HomeTimelineEntry(new TweetId(id), new UserId(random.nextLong(1, Long.MAX_VALUE))))
                .toList();
        Comparator<HomeTimelineEntry> promised = Comparator
                .comparingLong((HomeTimelineEntry entry) -> Snowflake.epochMillis(entry.tweet().value()))
                .thenComparing(HomeTimelineEntry::tweet);

        assertThat(entries.stream().sorted(IN_REDIS))
                .containsExactlyElementsOf(entries.stream().sorted(Collections.reverseOrder(promised)).toList());
    }

    @Test
    void anEntryComesBackAsItWasAndIsNoMark() {
        for (long id : new long[]{1, 0x0D0A_0D0A_0D0A_0D0AL, Long.MAX_VALUE}) {
            HomeTimelineEntry entry = new HomeTimelineEntry(new TweetId(id), new UserId(Long.MAX_VALUE - id + 1));

            assertThat(HomeTimelineKeys.entry(HomeTimelineKeys.member(entry))).isEqualTo(entry);
            assertThat(HomeTimelineKeys.member(entry)[0]).as("80 to FF").isNegative();
            assertThat(score(entry)).as("behind the marks").isBetween(-4e12, -1e12);
        }
    }

    @Test
    void theServicesMayUseTheseKeysAndNoOthers() {
        assertThat(new String(HomeTimelineKeys.key(new UserId(42)), StandardCharsets.US_ASCII))
                .isEqualTo(RedisUsers.TIMELINES + "42");
        assertThat(RedisUsers.RULES.get("fanout-service")).startsWith("~" + HomeTimelineKeys.PREFIX + "* ");
        assertThat(RedisUsers.RULES.get("timeline-service")).startsWith("~" + HomeTimelineKeys.PREFIX + "* ");
    }

    private static double score(HomeTimelineEntry entry) {
        return Double.parseDouble(new String(HomeTimelineKeys.score(entry.tweet()), StandardCharsets.US_ASCII));
    }
}
