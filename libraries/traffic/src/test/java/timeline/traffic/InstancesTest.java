package timeline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final AtomicLong nanos = new AtomicLong(42);
    private final Instances instances = new Instances(List.of(URI.create("http://one"), URI.create("http://two")),
            new InstanceRules(Duration.ofMillis(500), 3, Duration.ofMillis(250), Duration.ofSeconds(10)), LOOK_EVERY,
            nanos::get, new Random(1));
    private final Instance one = instances.all().getFirst();
    private final Instance two = instances.all().getLast();

    @Test
    void spreadsCallsOverThoseThatServe() {
        serve();
        int ones = 0;
        for (int i = 0; i < 1000; i++) {
            ones += choose() == one ? 1 : 0;
        }
        assertThat(ones).isBetween(400, 600);
    }

    @Test
    void prefersTheOneWithFewerCallsInFlight() {
        serve();
        one.begun();
        for (int i = 0; i < 100; i++) {
            assertThat(choose()).isEqualTo(two);
        }
    }

    @Test
    void anInstanceThatHangsGetsNoMoreThanTheOtherHolds() {
        serve();
        int atOne = 0;
        for (int i = 0; i < 1000; i++) {
            Instance chosen = choose();
            chosen.begun();
            if (chosen == one) {
                atOne++;
            } else {
                two.ended();
            }
        }
        assertThat(atOne).as("calls that wait for ever").isLessThanOrEqualTo(1);
    }

    @Test
    void givesAnInstanceThatCameBackATenthAtFirst() {
        serve();
        one.learnt(Evidence.UNREACHABLE);
        one.learnt(Evidence.SERVES);
        List<Instance> chosen = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            Instance next = choose();
            next.begun();
            chosen.add(next);
        }
        assertThat(chosen).filteredOn(one::equals).hasSize(2);
    }

    @Test
    void asksSomebodyThoughNobodyServes() {
        one.learnt(Evidence.LEAVES);
        two.learnt(Evidence.UNREACHABLE);
        assertThat(choose()).as("leaving before unreachable").isEqualTo(one);
        assertThat(instances.choose(List.of(one), false)).as("a refusal just now is believed").isEmpty();
        pass(Duration.ofMillis(101));
        assertThat(instances.choose(List.of(one), false)).contains(two);
    }

    @Test
    void asksNobodyTwice() {
        serve();
        assertThat(instances.choose(List.of(one), false)).contains(two);
        assertThat(instances.choose(List.of(one, two), false)).isEmpty();
        assertThat(instances.isAnotherServing(List.of(one, two))).isFalse();
    }

    @Test
    void callersWithASubstituteSendOnlyScoutsToTheSilent() {
        for (Instance instance : instances.all()) {
            for (int i = 0; i < 16; i++) {
                instance.begun();
            }
        }
        for (int i = 0; i < 20; i++) {
            pass(LOOK_EVERY);
            instances.look();
        }
        assertThat(instances.choose(List.of(), true)).isEmpty();
        assertThat(instances.choose(List.of(), false)).isPresent();
        one.ended();
        assertThat(instances.choose(List.of(), true)).contains(one);
    }

    @Test
    void doesNotBlameInstancesForItsOwnLateness() {
        serve();
        for (int i = 0; i < 5; i++) {
            one.begun();
        }
        pass(Duration.ofSeconds(3));
        assertThat(instances.isCallerLate()).isTrue();
        instances.look();
        assertThat(one.state()).isEqualTo(Instance.State.SERVING);
        pass(LOOK_EVERY);
        instances.look();
        assertThat(instances.isCallerLate()).isFalse();
    }

    private void serve() {
        instances.all().forEach(instance -> instance.learnt(Evidence.SERVES));
    }

    private Instance choose() {
        Optional<Instance> chosen = instances.choose(List.of(), false);
        return chosen.orElseThrow();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
