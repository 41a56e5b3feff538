package timeline.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import timeline.drill.fault.Fault.Damage;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.FakeTarget;
import timeline.drill.stack.RedisNodes;
import timeline.drill.stack.Target.State;
import timeline.id.UserId;

/** A fault strikes whom it says, is seen by what the stack says, and can be put right. */
class FaultTest {
    private final FakeTarget target = new FakeTarget();

    private Damage aim(Fault fault) {
        return fault.aim(target, new SplittableRandom(1));
    }

    @ParameterizedTest
    @EnumSource(InstanceFault.class)
    void isSeenAndMended(InstanceFault how) {
        Damage damage = aim(TakenAway.component("kafka", "kafka", how));
        assertThat(damage.isSeen()).isFalse();

        damage.inflict();
        assertThat(damage.isSeen()).isTrue();
        assertThat(damage.isMended()).isFalse();

        damage.mend();
        damage.mend();
        assertThat(damage.isMended()).isTrue();
        assertThat(target.done).hasSize(2);
    }

    /** In turn, the last one would be away for as long as all of them take. */
    @Test
    void whoeverIsDeadIsStartedAtOnce() {
        Damage damage = aim(TakenAway.all("the gateways killed", "gateway", InstanceFault.KILLED));
        damage.inflict();
        damage.mend();

        assertThat(target.done).containsExactly("kill gateway", "kill gateway-2", "start gateway gateway-2");
    }

    @Test
    void whatIsSilentIsNotGone() {
        FakeTarget deaf = new FakeTarget() {
            @Override
            public State state(String component) {
                return State.SILENT;
            }
        };
        Damage damage = TakenAway.component("kafka", "kafka", InstanceFault.KILLED).aim(deaf, new SplittableRandom(1));

        damage.inflict();

        assertThat(damage.isSeen()).isFalse();
    }

    @Test
    void aShardIsAPrimaryAndItsReplicaAndNobodyElse() {
        assertThat(aim(RedisFaults.shard(InstanceFault.KILLED)).victims()).isIn(List.of("redis-1", "redis-2"),
                List.of("redis-3", "redis-4"), List.of("redis-6", "redis-5"));
    }

    @Test
    void aShardIsCutOffWhereThatCanBeDone() {
        aim(RedisFaults.shardCutOff()).inflict();

        assertThat(target.done).hasSize(2).allMatch(done -> done.startsWith("cut redis-"));
    }

    @Test
    void aShardFreezesWhereNoLinkCanBeCut() {
        target.wholeLinks = "one loopback";
        Damage damage = aim(RedisFaults.shardCutOff());

        damage.inflict();

        assertThat(damage.isSeen()).isTrue();
        assertThat(target.done).hasSize(2).allMatch(done -> done.startsWith("pause redis-"));
    }

    @Test
    void theWholeCacheIsEveryNode() {
        assertThat(aim(RedisFaults.whole(InstanceFault.KILLED)).victims()).hasSize(6);
    }

    @Test
    void oneOfTwoIsOneOfTwo() {
        assertThat(aim(TakenAway.anyOne("one frozen", "fanout-service", InstanceFault.FROZEN)).victims()).hasSize(1)
                .isSubsetOf(target.instances("fanout-service"));
    }

    @Test
    void aUserIsInOneShard() {
        assertThat(List.of(1L, 2L, 3L)).allSatisfy(user -> assertThat(
                FakeTarget.PRIMARIES.stream().filter(primary -> RedisNodes.holds(target, primary, new UserId(user))))
                .hasSize(1));
    }

    @Test
    void emptyingWhatIsEmptyIsNoFault() {
        FakeTarget empty = new FakeTarget() {
            @Override
            public String redis(String component, String... command) {
                return command[0].equals("DBSIZE") ? "0" : super.redis(component, command);
            }
        };
        Damage full = aim(new CacheEmptied());
        Damage none = new CacheEmptied().aim(empty, new SplittableRandom(1));

        full.inflict();
        none.inflict();

        assertThat(full.isSeen()).isTrue();
        assertThat(full.victims()).containsExactlyInAnyOrderElementsOf(FakeTarget.PRIMARIES);
        assertThat(none.isSeen()).isFalse();
    }

    @Test
    void nobodyIsNoVictim() {
        FakeTarget replicas = new FakeTarget() {
            @Override
            public String redis(String component, String... command) {
                return command[0].equals("INFO") ? "role:slave" : super.redis(component, command);
            }
        };

        assertThat(List.of(RedisFaults.primary(InstanceFault.KILLED), new CacheEmptied()))
                .allSatisfy(fault -> assertThatThrownBy(() -> fault.aim(replicas, new SplittableRandom(1)))
                        .isInstanceOf(DrillException.class));
    }
}
