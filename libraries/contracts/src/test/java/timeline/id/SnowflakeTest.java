package timeline.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SnowflakeTest {
    @Test
    void readsThePartsOfAnIdThatTwitterItselfMinted() {
        // The example of Twitter's own documentation: 1541815603606036480 was made on 2022-06-28T16:07:40.105Z.
        assertThat(new TweetId(1541815603606036480L).createdAt()).isEqualTo(Instant.parse("2022-06-28T16:07:40.105Z"));
        assertThat(Snowflake.worker(1541815603606036480L)).isEqualTo(378);
        assertThat(Snowflake.sequence(1541815603606036480L)).isZero();
    }

    @RepeatedTest(50)
    void composesWhatItDecomposes(RepetitionInfo seed) {
        SplittableRandom random = new SplittableRandom(seed.getCurrentRepetition());
        long millis = Snowflake.EPOCH_MILLIS + random.nextLong(1L << 41);
        int worker = random.nextInt(Snowflake.MAX_WORKER + 1);
        int sequence = random.nextInt(Snowflake.MAX_SEQUENCE + 1);

        long id = Snowflake.compose(millis, worker, sequence);

        assertThat(Snowflake.epochMillis(id)).isEqualTo(millis);
        assertThat(Snowflake.worker(id)).isEqualTo(worker);
        assertThat(Snowflake.sequence(id)).isEqualTo(sequence);
    }

    @RepeatedTest(50)
    void ordersIdsByTimeWhateverTheWorker(RepetitionInfo seed) {
        SplittableRandom random = new SplittableRandom(seed.getCurrentRepetition());
        long millis = Snowflake.EPOCH_MILLIS + 1 + random.nextLong(1L << 40);

        long earlier = Snowflake.compose(millis, Snowflake.MAX_WORKER, Snowflake.MAX_SEQUENCE);
        long later = Snowflake.compose(millis + 1, random.nextInt(1024), random.nextInt(4096));

        assertThat(earlier).isLessThan(later);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThatThrownBy(() -> Snowflake.compose(Snowflake.EPOCH_MILLIS - 1, 0, 0)).hasMessageContaining("time");
        assertThatThrownBy(() -> Snowflake.compose(Snowflake.EPOCH_MILLIS, 1024, 0)).hasMessageContaining("worker");
        assertThatThrownBy(() -> Snowflake.compose(Snowflake.EPOCH_MILLIS, 0, 4096)).hasMessageContaining("sequence");
    }
}
