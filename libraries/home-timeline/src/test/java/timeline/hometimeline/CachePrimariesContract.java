package timeline.hometimeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.hometimeline.CachePrimaries.Answer.Known;

/** What {@link CachePrimaries} promises, whatever the cache is. Each test begins with a whole cache, in which nothing changes hands. */
public interface CachePrimariesContract {
    CachePrimaries primaries();

    @Test
    default void whoIsAskedSaysWhatIsKnown() {
        assertThat(primaries().ask(Deadline.in(Duration.ofSeconds(5)))).isEqualTo(new Known(primaries().known(), true));
    }

    @Test
    default void nothingChangesWhileNothingChangesHands() {
        assertThat(primaries().known()).isEqualTo(primaries().known());
    }
}
