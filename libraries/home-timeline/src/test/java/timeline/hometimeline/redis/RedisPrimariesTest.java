package timeline.hometimeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.models.partitions.ClusterPartitionParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.hometimeline.CachePrimaries.Answer.Known;
import timeline.hometimeline.CachePrimaries.Answer.Unknown;
import timeline.hometimeline.CachePrimaries.Primaries;

class RedisPrimariesTest {
    private static final Primaries BEFORE = primaries("""
            a 10.0.0.1:7000@17000 myself,master - 0 0 1 connected 0-5460
            b 10.0.0.2:7000@17000 master - 0 0 2 connected 5461-10922
            c 10.0.0.3:7000@17000 master - 0 0 3 connected 10923-16383
            d 10.0.0.4:7000@17000 slave a 0 0 1 connected
            """);
    private static final Primaries AFTER = primaries("""
            a 10.0.0.1:7000@17000 master,fail - 0 0 1 disconnected
            b 10.0.0.2:7000@17000 myself,master - 0 0 2 connected 5461-10922
            c 10.0.0.3:7000@17000 master - 0 0 3 connected 10923-16383
            d 10.0.0.4:7000@17000 master - 0 0 4 connected 0-5460
            """);

    @Test
    void sayWhoAnswersForWhatSinceWhen() {
        assertThat(BEFORE.owners()).containsExactlyInAnyOrder("a since 1 for 0-5460 ", "b since 2 for 5461-10922 ",
                "c since 3 for 10923-16383 ");
        assertThat(AFTER).isNotEqualTo(BEFORE);
    }

    /** Whoever asks, and from which of them: their clocks and their state of health are not what is asked. */
    @Test
    void areTheSameWhoeverIsAsked() {
        assertThat(primaries("""
                c 10.0.0.3:7000@17000 myself,master - 0 1700000000001 3 connected 10923-16383
                b 10.0.0.2:7000@17000 master,fail? - 1 1700000000000 2 connected 5461-10922
                d 10.0.0.4:7000@17000 slave a 0 0 1 connected
                a 10.0.0.1:7000@17000 master - 0 0 1 connected 0-5460
                """)).isEqualTo(BEFORE);
    }

    /** Failed over and back: the same nodes with the same slots, and yet another history. */
    @Test
    void areOthersWhenAPrimaryIsPrimaryAgain() {
        assertThat(primaries("""
                a 10.0.0.1:7000@17000 myself,master - 0 0 5 connected 0-5460
                b 10.0.0.2:7000@17000 master - 0 0 2 connected 5461-10922
                c 10.0.0.3:7000@17000 master - 0 0 3 connected 10923-16383
                """)).isNotEqualTo(BEFORE);
    }

    @Test
    void areKnownWhenMostSaySo() {
        assertThat(RedisPrimaries.judged(List.of(BEFORE, BEFORE, BEFORE), 3)).isEqualTo(new Known(BEFORE, true));
        assertThat(RedisPrimaries.judged(List.of(BEFORE, BEFORE), 3)).isEqualTo(new Known(BEFORE, false));
        assertThat(RedisPrimaries.judged(List.of(BEFORE, AFTER, AFTER), 3)).isEqualTo(new Known(AFTER, false));
    }

    /** Also by one that was cut off, and replaced without having heard of it. */
    @Test
    void areUnknownWhenFewSaySo() {
        assertThat(RedisPrimaries.judged(List.of(), 3)).isEqualTo(new Unknown());
        assertThat(RedisPrimaries.judged(List.of(BEFORE), 3)).isEqualTo(new Unknown());
        assertThat(RedisPrimaries.judged(List.of(BEFORE, AFTER), 3)).isEqualTo(new Unknown());
        assertThat(RedisPrimaries.judged(List.of(), 0)).isEqualTo(new Unknown());
    }

    private static Primaries primaries(String clusterNodes) {
        return RedisPrimaries.primaries(ClusterPartitionParser.parse(clusterNodes));
    }
}
