package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import timeline.stores.PortCheck;

class FreePortsTest {
    /** From here on the system hands out ports to outgoing connections. */
    private static final int EPHEMERAL = 32_768;

    @Test
    void neverGivesOutAPortTwice() {
        List<Integer> ports = Stream.generate(FreePorts::next).limit(20).toList();
        assertThat(ports).doesNotHaveDuplicates().allSatisfy(port -> {
            assertThat(port).isBetween(1_024, EPHEMERAL - 1);
            assertThat(PortCheck.isFree(port)).isTrue();
        });
    }

    @Test
    void looksAfterTheClusterBusToo() {
        List<Integer> ports = Stream.generate(FreePorts::nextForRedis).limit(6).toList();
        assertThat(ports).doesNotHaveDuplicates().allSatisfy(port -> {
            assertThat(port + 10_000).isLessThan(EPHEMERAL);
            assertThat(PortCheck.isFree(port + 10_000)).isTrue();
        });
    }
}
