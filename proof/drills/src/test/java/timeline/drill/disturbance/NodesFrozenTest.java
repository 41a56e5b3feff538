package timeline.drill.disturbance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.FakeTarget;

/** One node of a store at a time is frozen, and thawed whatever happens. */
class NodesFrozenTest {
    private final Scenes scenes = new Scenes();

    @AfterEach
    void close() {
        scenes.close();
    }

    private List<Effect> happen(FakeTarget target) {
        return new NodesFrozen(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(2))
                .happen(scenes.on(target));
    }

    @Test
    void freezesAPrimaryAndThenTheGraph() {
        FakeTarget target = new FakeTarget();

        assertThat(happen(target)).allMatch(Effect::isAsWanted);

        assertThat(target.done).hasSize(4);
        String primary = target.done.getFirst().substring("pause ".length());
        assertThat(FakeTarget.PRIMARIES).contains(primary);
        assertThat(target.done).containsExactly("pause " + primary, "unpause " + primary, "pause postgres",
                "unpause postgres");
    }

    @Test
    void saysWhenItDoesWhat() {
        happen(new FakeTarget());

        assertThat(scenes.phases.stretches()).extracting(Stretch::service, Stretch::phase, stretch -> Duration
                .ofNanos(stretch.toNanos() - stretch.fromNanos()).toSeconds())
                .containsExactly(tuple("redis", Phase.BEFORE, 1L), tuple("redis", Phase.BROKEN, 10L),
                        tuple("redis", Phase.STARTING, 0L), tuple("redis", Phase.AFTER, 2L),
                        tuple("postgres", Phase.BEFORE, 1L), tuple("postgres", Phase.BROKEN, 10L),
                        tuple("postgres", Phase.STARTING, 0L), tuple("postgres", Phase.AFTER, 2L));
    }

    @Test
    void aNodeThatRunsOnIsNotFrozen() {
        FakeTarget restless = new FakeTarget() {
            @Override
            public State state(String component) {
                return State.RUNNING;
            }
        };

        assertThat(happen(restless).getFirst()).matches(effect -> !effect.isAsWanted());
    }

    @Test
    void thawsWhatItFrozeWhenTheDrillFails() {
        FakeTarget failing = new FakeTarget() {
            @Override
            public void pause(String component) {
                super.pause(component);
                throw new DrillException("no luck");
            }
        };

        assertThatThrownBy(() -> happen(failing)).hasMessage("no luck");
        assertThat(failing.done).hasSize(2).last().asString().startsWith("unpause redis-");
    }
}
