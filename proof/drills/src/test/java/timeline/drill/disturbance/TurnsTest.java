package timeline.drill.disturbance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;
import timeline.drill.disturbance.Turns.Turn;
import timeline.drill.fault.Fault;
import timeline.drill.fault.InstanceFault;
import timeline.drill.fault.RedisFaults;
import timeline.drill.fault.TakenAway;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.FakeTarget;
import timeline.drill.stack.Target.State;

/** Whatever is broken in a turn is whole before the next, and after the last. */
class TurnsTest {
    private static final Fault KAFKA = TakenAway.component("kafka", "kafka", InstanceFault.KILLED);
    private static final Turn TOGETHER = new Turn(KAFKA, Optional.of(RedisFaults.whole(InstanceFault.FROZEN)),
            Duration.ofSeconds(10));
    private static final Turn ALONE = new Turn(TakenAway.component("postgres", "postgres", InstanceFault.FROZEN),
            Optional.empty(), Duration.ofSeconds(5));

    private final Scenes scenes = new Scenes();

    @AfterEach
    void close() {
        scenes.close();
    }

    private List<Effect> happen(FakeTarget target, Duration every, Turn... turns) {
        return new Turns(List.of(turns), every, Duration.ofSeconds(2)).happen(scenes.on(target));
    }

    @Test
    void theSecondFaultBeginsAndEndsWhileTheFirstLasts() {
        FakeTarget target = new FakeTarget();

        assertThat(happen(target, Duration.ZERO, TOGETHER, ALONE)).hasSize(6).allMatch(Effect::isAsWanted);

        assertThat(target.done).startsWith("kill kafka", "pause redis-1").endsWith("start kafka", "pause postgres",
                "unpause postgres");
        assertThat(target.done).hasSize(16);
    }

    @Test
    void theirPhasesAreToldApart() {
        happen(new FakeTarget(), Duration.ZERO, TOGETHER);

        assertThat(scenes.phases.stretches())
                .filteredOn(stretch -> stretch.phase() == Phase.BROKEN).extracting(Stretch::service,
                        stretch -> Duration.ofNanos(stretch.toNanos() - stretch.fromNanos()).toSeconds())
                .containsExactlyInAnyOrder(tuple("redis", 5L), tuple("kafka", 10L));
    }

    @Test
    void turnsBeginAtFixedMomentsWhenTheyHaveTo() {
        long begun = scenes.pacer.nanoTime();

        happen(new FakeTarget(), Duration.ofMinutes(1), ALONE, ALONE, ALONE);

        assertThat(Duration.ofNanos(scenes.pacer.nanoTime() - begun)).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void whateverEndsItNothingIsLeftBroken() {
        FakeTarget failing = new FakeTarget() {
            @Override
            public void pause(String component) {
                super.pause(component);
                if (component.equals("redis-4")) {
                    throw new DrillException("no luck");
                }
            }
        };

        assertThatThrownBy(() -> happen(failing, Duration.ZERO, TOGETHER)).hasMessage("no luck");

        assertThat(List.of("kafka", "redis-1", "redis-2", "redis-3", "redis-4", "redis-5", "redis-6"))
                .allMatch(failing::isRunning);
    }

    /** A process of many threads stops thread by thread. */
    @Test
    void aFaultMayTakeAMomentToBeSeen() {
        FakeTarget slow = new FakeTarget() {
            private int looks;

            @Override
            public State state(String component) {
                return super.state(component) == State.FROZEN && looks++ < 3 ? State.SILENT : super.state(component);
            }
        };

        assertThat(happen(slow, Duration.ZERO, ALONE)).hasSize(2).allMatch(Effect::isAsWanted);
    }

    @Test
    void aFaultThatEndsByItselfIsNotTheOneThatWasWanted() {
        FakeTarget restless = new FakeTarget() {
            private int looks;

            @Override
            public State state(String component) {
                looks += component.equals("kafka") ? 1 : 0;
                return component.equals("kafka") && looks > 1 ? State.RUNNING : super.state(component);
            }
        };

        assertThat(happen(restless, Duration.ZERO, new Turn(KAFKA, Optional.empty(), Duration.ofSeconds(5)))
                .getFirst()).matches(effect -> !effect.isAsWanted());
    }
}
