package timeline.drill.disturbance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;
import timeline.drill.fault.InstanceFault;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.FakeTarget;
import timeline.drill.stack.Link;

/** One instance at a time is away, each service gets its turn, and what was taken is given back. */
class InstancesInTurnTest {
    private final Scenes scenes = new Scenes();
    private final Phases phases = scenes.phases;
    private final FakeTarget target = new FakeTarget();

    @AfterEach
    void close() {
        scenes.close();
    }

    private List<Effect> happen(InstanceFault fault, int times, FakeTarget on) {
        return new InstancesInTurn(InstancesInTurn.SERVICES, List.of(fault), times).happen(scenes.on(on));
    }

    @Test
    void killsOneOfEachServiceAndStartsIt() {
        assertThat(happen(InstanceFault.KILLED, 1, target)).allMatch(Effect::isAsWanted).extracting(Effect::wanted)
                .containsOnly(5L);

        List<String> expected = new ArrayList<>();
        for (String service : InstancesInTurn.SERVICES) {
            String instance = target.done.get(expected.size()).substring("kill ".length());
            assertThat(target.instances(service)).contains(instance);
            expected.addAll(List.of("kill " + instance, "start " + instance));
        }
        assertThat(target.done).isEqualTo(expected);
    }

    @Test
    void freezesTheOtherInstanceTheNextTime() {
        happen(InstanceFault.FROZEN, 2, target);

        assertThat(target.done.stream().filter(done -> done.startsWith("pause tweet-service")))
                .containsExactlyInAnyOrder("pause tweet-service", "pause tweet-service-2");
        assertThat(target.done).hasSize(20);
    }

    @Test
    void restartsEveryInstance() {
        happen(InstanceFault.RESTARTED, 1, target);

        assertThat(target.done).startsWith("stop gateway", "start gateway", "stop gateway-2", "start gateway-2",
                "stop tweet-service");
        assertThat(target.done).hasSize(20);
    }

    @Test
    void saysWhenItDoesWhat() {
        happen(InstanceFault.FROZEN, 1, target);

        assertThat(phases.stretches().subList(0, 5)).extracting(Stretch::service, Stretch::phase)
                .containsExactly(tuple("gateway", Phase.BEFORE),
                        tuple("gateway", Phase.BROKEN),
                        tuple("gateway", Phase.STARTING),
                        tuple("gateway", Phase.AFTER),
                        tuple("tweet-service", Phase.BEFORE));
        Stretch broken = phases.stretches().get(1);
        assertThat(Duration.ofNanos(broken.toNanos() - broken.fromNanos())).isEqualTo(Duration.ofSeconds(10));
        assertThat(phases.stretches()).hasSize(20);
    }

    @Test
    void takesNobodyAwayWhoIsTheLastOne() {
        target.kill("gateway-2");

        assertThatThrownBy(() -> happen(InstanceFault.KILLED, 1, target)).isInstanceOf(DrillException.class)
                .hasMessageContaining("gateway-2 does not run");
        assertThat(target.done).containsExactly("kill gateway-2");
    }

    @ParameterizedTest
    @EnumSource(InstanceFault.class)
    void aFaultWithoutEffectIsNone(InstanceFault fault) {
        FakeTarget indestructible = new FakeTarget() {
            @Override
            public State state(String component) {
                return State.RUNNING;
            }
        };

        assertThat(happen(fault, 1, indestructible).getFirst().isAsWanted()).isFalse();
    }

    @Test
    void aNodeOfEachStoreIsTakenAwayInEachWay() {
        assertThat(new InstancesInTurn(InstancesInTurn.STORES,
                List.of(InstanceFault.KILLED, InstanceFault.FROZEN, InstanceFault.CUT_OFF), 1)
                .happen(scenes.on(target))).extracting(Effect::what, Effect::reached).containsExactly(
                        tuple("instances killed", 2L), tuple("of them back", 2L), tuple("instances frozen", 2L),
                        tuple("of them back", 2L), tuple("instances cut off", 2L), tuple("of them back", 2L));
        assertThat(target.done.stream().map(done -> done.substring(done.indexOf(' ') + 1)).distinct())
                .as("each node once")
                .containsExactlyInAnyOrder("kafka", "kafka-2", "kafka-3", "cassandra", "cassandra-2", "cassandra-3");
        assertThat(phases.stretches()).hasSize(24);
    }

    @Test
    void whatIsBrokenIsMendedWhenTheDrillFails() {
        FakeTarget failing = new FakeTarget() {
            @Override
            public void pause(String component) {
                super.pause(component);
                throw new DrillException("no luck");
            }
        };

        assertThatThrownBy(() -> happen(InstanceFault.FROZEN, 1, failing)).hasMessage("no luck");

        assertThat(failing.done).hasSize(2).last().asString().startsWith("unpause gateway");
    }

    @Test
    void whatIsCutOffIsJoinedWhenTheDrillFails() {
        FakeTarget failing = new FakeTarget() {
            @Override
            public void link(String component, Link link) {
                super.link(component, link);
                if (link == Link.CUT) {
                    throw new DrillException("no luck");
                }
            }
        };

        assertThatThrownBy(() -> happen(InstanceFault.CUT_OFF, 1, failing)).hasMessage("no luck");

        assertThat(failing.done).hasSize(2).last().asString().startsWith("join gateway");
    }
}
