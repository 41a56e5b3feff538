package timeline.follow.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import timeline.follow.TestGraph;

/** What every store of the threshold promises. */
public interface PushThresholdContract {
    TestGraph graph();

    @Test
    default void beginsWithTheConfiguredThreshold() {
        assertThat(graph().threshold().followers()).isEqualTo(10_000);
    }

    @Test
    default void changes() {
        for (long followers : new long[]{0, 100, Long.MAX_VALUE}) {
            graph().threshold().change(followers);
            assertThat(graph().threshold().followers()).isEqualTo(followers);
        }
    }

    @Test
    default void refusesANegativeThreshold() {
        assertThatIllegalArgumentException().isThrownBy(() -> graph().threshold().change(-1))
                .withMessageContaining("-1");
        assertThat(graph().threshold().followers()).isEqualTo(10_000);
    }
}
