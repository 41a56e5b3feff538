package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import timeline.local.Stack;
import timeline.drill.stack.EmbeddedTarget;
import timeline.drill.stack.Target;
import timeline.system.endtoend.RunningStack;

/** G2 to G9, G12, G13: every long drill in small, so that neither it nor what it guards breaks unnoticed. */
@ExtendWith(RunningStack.class)
class DrillsIT {
    static final List<Named<Drill>> SMALL = Stream
            .of(Drills.crossings(3, 1), Drills.cacheStorm(5, Duration.ofSeconds(1)), Drills.scrolls(40, 900))
            .map(drill -> Named.of(drill.name(), drill)).toList();
    private static final Duration CALM = Duration.ofSeconds(1);

    private final Target target;
    private final Path kept;

    DrillsIT(Stack stack) {
        this.target = new EmbeddedTarget(stack);
        this.kept = stack.home().resolve("drill");
    }

    @ParameterizedTest
    @FieldSource("SMALL")
    void passes(Drill drill) {
        long threshold = target.threshold();

        DrillReport report = new DrillRun(target, kept, CALM, System.out::println).run(drill,
                System.currentTimeMillis());

        assertThat(report.isPassed()).as(() -> String.join("\n", Reports.text(report))).isTrue();
        assertThat(target.threshold()).isEqualTo(threshold);
    }
}
