package timeline.home.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import timeline.home.Degraded;
import timeline.home.Origin;
import timeline.home.Stage;
import timeline.home.TimelineAnswer.Page;

class TimelineHeadersTest {
    @Test
    void namesEveryStageAndWhatIsMissing() {
        Page page = new Page(List.of(), Optional.empty(), Origin.MIXED,
                Set.of(Degraded.FOLLOW_GRAPH, Degraded.OWN_TWEETS, Degraded.CACHE),
                Map.of(Stage.CACHE, Duration.ofNanos(1_234_567), Stage.DATABASE, Duration.ofMillis(20)));

        assertThat(TimelineHeaders.of(page)).containsExactly(
                Map.entry("Server-Timing",
                        "cache;dur=1.23, celebrities;dur=0.00, own;dur=0.00, merge;dur=0.00, hydrate;dur=0.00, "
                                + "rebuild;dur=0.00, database;dur=20.00"),
                Map.entry("Timeline-Source", "mixed"),
                Map.entry("Timeline-Degraded", "cache, own-tweets, follow-graph"));
    }

    @Test
    void saysNothingOfDegradationWhenNothingIsMissing() {
        Page page = new Page(List.of(), Optional.empty(), Origin.CACHE, Set.of(), Map.of());

        assertThat(TimelineHeaders.of(page)).doesNotContainKey("Timeline-Degraded").containsEntry("Timeline-Source",
                "cache");
    }
}
