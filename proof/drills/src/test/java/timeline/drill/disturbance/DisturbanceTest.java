package timeline.drill.disturbance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Disturbance.Scene;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.fault.InstanceFault;
import timeline.drill.fault.TakenAway;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.FakeTarget;
import timeline.drill.stack.Target;
import timeline.drill.crowd.PassingTime;

/** A disturbance happens when it should, and says what it really did. */
class DisturbanceTest {
    private final Scenes scenes = new Scenes();
    private final PassingTime pacer = scenes.pacer;
    private final List<Duration> moments = new ArrayList<>();
    private final long begun = pacer.nanoTime();

    @Test
    void anOutageLastsAndIsMended() {
        FakeTarget target = new FakeTarget();

        List<Effect> effects = new Outage(TakenAway.component("kafka", "kafka", InstanceFault.KILLED),
                Duration.ofSeconds(10)).happen(scene(target));

        assertThat(target.done).containsExactly("kill kafka", "start kafka");
        assertThat(passed()).isEqualTo(Duration.ofSeconds(10));
        assertThat(effects).hasSize(2).allMatch(Effect::isAsWanted);
    }

    @Test
    void whoWasCutOffIsGivenTheTimeToBeFoundAgain() {
        FakeTarget target = new FakeTarget();

        List<Effect> effects = new Outage(TakenAway.component("kafka", "kafka", InstanceFault.CUT_OFF),
                Duration.ofSeconds(10)).happen(scene(target));

        assertThat(target.done).containsExactly("cut kafka", "join kafka");
        assertThat(passed()).isEqualTo(Duration.ofSeconds(18));
        assertThat(scenes.phases.stretches()).filteredOn(stretch -> stretch.phase() == Phase.STARTING).singleElement()
                .satisfies(stretch -> assertThat(stretch.toNanos() - stretch.fromNanos())
                        .isEqualTo(Duration.ofSeconds(8).toNanos()));
        assertThat(effects).hasSize(2).allMatch(Effect::isAsWanted);
    }

    @Test
    void aStormEmptiesThePrimariesInTurnsAtFixedMoments() {
        FakeTarget target = new SlowTarget();

        List<Effect> effects = new CacheStorm(6, Duration.ofSeconds(5)).happen(scene(target));

        assertThat(moments).extracting(Duration::toSeconds).containsExactly(0L, 5L, 10L, 15L, 20L, 25L);
        assertThat(passed()).isEqualTo(Duration.ofSeconds(30));
        assertThat(target.done.subList(0, 3)).doesNotHaveDuplicates().allMatch(
                done -> FakeTarget.PRIMARIES.contains(done.substring("empty ".length())));
        assertThat(target.done.subList(3, 6)).isEqualTo(target.done.subList(0, 3));
        assertThat(effects).singleElement().satisfies(effect -> assertThat(effect.reached()).isEqualTo(6))
                .matches(Effect::isAsWanted);
    }

    @Test
    void aStormOverAnEmptyCacheIsNone() {
        FakeTarget target = new FakeTarget() {
            @Override
            public String redis(String component, String... command) {
                return command[0].equals("DBSIZE") ? "0" : super.redis(component, command);
            }
        };

        assertThat(new CacheStorm(2, Duration.ofSeconds(1)).happen(scene(target))).noneMatch(Effect::isAsWanted);
    }

    @Test
    void aNodeThatDoesNotEmptyItselfEndsTheDrill() {
        FakeTarget target = new FakeTarget() {
            @Override
            public String redis(String component, String... command) {
                return command[0].equals("FLUSHALL") ? "-READONLY" : super.redis(component, command);
            }
        };

        assertThatThrownBy(() -> new CacheStorm(2, Duration.ofSeconds(1)).happen(scene(target)))
                .isInstanceOf(DrillException.class).hasMessageContaining("READONLY");
    }

    /** Emptying takes two seconds. */
    private final class SlowTarget extends FakeTarget {
        @Override
        public String redis(String component, String... command) {
            if (command[0].equals("FLUSHALL")) {
                moments.add(passed());
                pacer.sleep(Duration.ofSeconds(2));
            }
            return super.redis(component, command);
        }
    }

    @AfterEach
    void close() {
        scenes.close();
    }

    private Duration passed() {
        return Duration.ofNanos(pacer.nanoTime() - begun);
    }

    private Scene scene(Target target) {
        return scenes.on(target);
    }
}
