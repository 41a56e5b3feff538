package timeline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import timeline.traffic.Tries.Manner;

class TriesTest {
    private static final Duration LEFT = Duration.ofSeconds(1);
    private static final Manner READ = new Manner(0.5, true, false);
    private static final Manner POST = new Manner(0.5, false, false);

    private final AtomicLong nanos = new AtomicLong(7);
    private final Instances instances = new Instances(List.of(URI.create("http://one"), URI.create("http://two")),
            new InstanceRules(Duration.ofMillis(800), 3, Duration.ofMillis(250), Duration.ofSeconds(10)),
            Duration.ofMillis(50), nanos::get, new SplittableRandom(1));
    private final RetryBudget budget = new RetryBudget(0.1, 1, nanos::get);
    private final List<Boolean> repetitions = new ArrayList<>();

    @Test
    void givesTheFirstHalfOfTheTimeAndTheSecondAllThatIsLeft() {
        Tries tries = tries(READ);
        assertThat(tries.next(LEFT)).hasValueSatisfying(first -> assertThat(first.time()).isEqualTo(LEFT.dividedBy(2)));
        tries.heard(Outcome.NO_ANSWER);
        tries.over();

        assertThat(tries.next(LEFT)).hasValueSatisfying(second -> assertThat(second.time()).isEqualTo(LEFT));
        assertThat(repetitions).containsExactly(true);
    }

    @Test
    void givesAllTheTimeToWhatCanNotBeRepeated() {
        assertThat(tries(POST).next(LEFT)).hasValueSatisfying(only -> {
            assertThat(only.time()).isEqualTo(LEFT);
            assertThat(only.givenUp().toCompletableFuture()).isNotDone();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "LEAVING", "NOT_BEGUN", "CONNECTION_REFUSED", "NOT_CONNECTED_IN_TIME"})
    void goesOnForFreeFromWhomHasNotBegun(Outcome notBegun) {
        budget.take();

        assertThat(isAskedAgainAfter(notBegun, POST)).isTrue();
        assertThat(repetitions).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "NO_ANSWER"})
    void repeatsOnlyTheHarmlessWhatMayHaveBegun(Outcome perhapsBegun) {
        assertThat(isAskedAgainAfter(perhapsBegun, POST)).isFalse();
        assertThat(isAskedAgainAfter(perhapsBegun, READ)).isTrue();
        assertThat(isAskedAgainAfter(perhapsBegun, READ)).as("without a repetition left").isFalse();
        assertThat(repetitions).containsExactly(true, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWERED", "ANSWERED_IN_LEAVING", "ANSWERED_BY_ERROR"})
    void endsWithAnAnswer(Outcome answer) {
        assertThat(isAskedAgainAfter(answer, READ)).isFalse();
    }

    @Test
    void takesNoTimeOutForADeath() {
        instances.all().forEach(instance -> instance.learnt(Evidence.SERVES));
        isAskedAgainAfter(Outcome.NO_ANSWER, READ);

        assertThat(instances.all()).extracting(Instance::state).containsOnly(Instance.State.SERVING);
    }

    private boolean isAskedAgainAfter(Outcome outcome, Manner manner) {
        Tries tries = tries(manner);
        assertThat(tries.next(LEFT)).isPresent();
        tries.heard(outcome);
        tries.over();
        boolean again = tries.next(LEFT).isPresent();
        if (again) {
            tries.over();
        }
        return again;
    }

    private Tries tries(Manner manner) {
        instances.all().forEach(instance -> instance.learnt(Evidence.SERVES));
        return new Tries(instances, budget, manner, repetitions::add);
    }
}
