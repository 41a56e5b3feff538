package timeline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import timeline.traffic.Instance.State;

class InstanceTest {
    private static final InstanceRules RULES = new InstanceRules(Duration.ofMillis(500), 3, Duration.ofMillis(250),
            Duration.ofSeconds(10));

    private final AtomicLong nanos = new AtomicLong(42);
    private final Instance instance = new Instance(URI.create("http://one"), RULES, nanos::get, new Random(1));

    @Test
    void isProbedWhenCallersGiveUpSoonerThanAnybodyCouldNotice() {
        instance.learnt(Evidence.SERVES);
        pass(Duration.ofSeconds(1));
        for (int calls = 0; calls < 3; calls++) {
            assertThat(instance.wantsProbe()).isFalse();
            instance.begun();
            pass(Duration.ofMillis(100));
            instance.ended();
        }
        assertThat(instance.wantsProbe()).as("nothing was heard for 250 ms since somebody asked").isTrue();
        pass(Duration.ofMillis(500));
        instance.unanswered(false);
        assertThat(instance.state()).isEqualTo(State.SILENT);
    }

    @Test
    void owesNothingToCallersWhoGaveUpBeforeItWasHeard() {
        instance.learnt(Evidence.SERVES);
        pass(Duration.ofSeconds(1));
        instance.begun();
        pass(Duration.ofMillis(100));
        instance.ended();
        instance.begun();
        pass(Duration.ofMillis(10));
        instance.learnt(Evidence.SERVES);
        instance.ended();
        pass(Duration.ofSeconds(10));
        assertThat(instance.wantsProbe()).isFalse();
    }

    @Test
    void isUnknownUntilItWasHeard() {
        assertThat(instance.state()).isEqualTo(State.UNKNOWN);
        instance.learnt(Evidence.ALIVE);
        assertThat(instance.state()).isEqualTo(State.SERVING);
        assertThat(instance.weight()).as("nobody comes before it").isEqualTo(1);
    }

    @Test
    void oneRefusedConnectionIsEnough() {
        instance.learnt(Evidence.SERVES);
        instance.learnt(Evidence.UNREACHABLE);
        assertThat(instance.state()).isEqualTo(State.UNREACHABLE);
        assertThat(instance.hasRefusedWithin(Duration.ofMillis(100))).isTrue();
        pass(Duration.ofMillis(101));
        assertThat(instance.hasRefusedWithin(Duration.ofMillis(100))).isFalse();
    }

    @Test
    void comesBackStepByStep() {
        instance.learnt(Evidence.UNREACHABLE);
        instance.learnt(Evidence.SERVES);
        assertThat(instance.weight()).isEqualTo(0.1);
        pass(Duration.ofSeconds(5));
        assertThat(instance.weight()).isEqualTo(0.5);
        pass(Duration.ofSeconds(5));
        assertThat(instance.weight()).isEqualTo(1);
    }

    @Test
    void isSilentWhenSeveralCallsWaitAndNotAWordComes() {
        instance.learnt(Evidence.SERVES);
        CompletionStage<State> silence = instance.silence();
        begin(3);
        pass(Duration.ofMillis(499));
        instance.look(false);
        assertThat(instance.state()).isEqualTo(State.SERVING);
        pass(Duration.ofMillis(1));
        instance.look(false);
        assertThat(instance.state()).isEqualTo(State.SILENT);
        assertThat(silence.toCompletableFuture()).isCompleted();
        assertThat(instance.silence().toCompletableFuture()).as("the next one").isNotDone();
    }

    @Test
    void isNotSilentAsLongAsItAnswersSomebody() {
        begin(5);
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMillis(400));
            instance.learnt(Evidence.ALIVE);
            instance.look(false);
        }
        assertThat(instance.state()).isEqualTo(State.SERVING);
    }

    @Test
    void isNotSilentWhenFewWait() {
        begin(2);
        pass(Duration.ofSeconds(5));
        instance.look(false);
        begin(1);
        instance.look(false);
        assertThat(instance.state()).as("the third call has just begun").isEqualTo(State.UNKNOWN);
    }

    @Test
    void isNotSilentWhenItsCallerIsLate() {
        begin(3);
        pass(Duration.ofSeconds(5));
        instance.look(true);
        instance.look(false);
        assertThat(instance.state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void oneWordEndsSilence() {
        begin(3);
        pass(Duration.ofSeconds(1));
        instance.look(false);
        instance.learnt(Evidence.ALIVE);
        assertThat(instance.state()).isEqualTo(State.SERVING);
        pass(Duration.ofSeconds(2));
        assertThat(instance.weight()).isEqualTo(1);
    }

    @Test
    void whoLeavesIsNotBackBecauseItAnswersAnError() {
        instance.learnt(Evidence.LEAVES);
        instance.learnt(Evidence.ALIVE);
        assertThat(instance.state()).isEqualTo(State.LEAVING);
        instance.learnt(Evidence.SERVES);
        assertThat(instance.state()).isEqualTo(State.SERVING);
    }

    @Test
    void isProbedOnlyWhileItDoesNotServeAndNeverTwiceAtOnce() {
        assertThat(instance.wantsProbe()).as("at once").isTrue();
        assertThat(instance.wantsProbe()).as("one is under way").isFalse();
        instance.probeEnded();
        assertThat(instance.wantsProbe()).as("a moment later").isFalse();
        pass(Duration.ofMillis(300));
        assertThat(instance.wantsProbe()).isTrue();
        instance.learnt(Evidence.SERVES);
        instance.probeEnded();
        pass(Duration.ofMinutes(1));
        assertThat(instance.wantsProbe()).as("while it serves").isFalse();
    }

    @Test
    void isProbedLessOftenWhenItStaysAway() {
        instance.learnt(Evidence.UNREACHABLE);
        pass(Duration.ofSeconds(11));
        assertThat(instance.wantsProbe()).isTrue();
        instance.probeEnded();
        pass(Duration.ofMillis(790));
        assertThat(instance.wantsProbe()).isFalse();
        pass(Duration.ofMillis(420));
        assertThat(instance.wantsProbe()).isTrue();
    }

    @Test
    void isProbedWhenASingleCallerWaitsAndSilentWhenTheProbeWaitsToo() {
        instance.learnt(Evidence.SERVES);
        CompletionStage<State> silence = instance.silence();
        pass(Duration.ofSeconds(1));
        begin(1);
        pass(Duration.ofMillis(249));
        assertThat(instance.wantsProbe()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(instance.wantsProbe()).isTrue();
        pass(Duration.ofMillis(500));
        instance.unanswered(false);
        instance.probeEnded();
        assertThat(instance.state()).isEqualTo(State.SILENT);
        assertThat(silence.toCompletableFuture()).isCompleted();
    }

    @Test
    void isNotSilentWhenTheProbeAloneGotLost() {
        instance.learnt(Evidence.SERVES);
        pass(Duration.ofSeconds(1));
        begin(1);
        pass(Duration.ofMillis(300));
        assertThat(instance.wantsProbe()).isTrue();
        instance.unanswered(true);
        assertThat(instance.state()).as("the caller was late").isEqualTo(State.SERVING);
        pass(Duration.ofMillis(100));
        instance.learnt(Evidence.ALIVE);
        instance.unanswered(false);
        assertThat(instance.state()).as("somebody was answered").isEqualTo(State.SERVING);
        instance.ended();
        instance.unanswered(false);
        assertThat(instance.state()).as("nobody waits").isEqualTo(State.SERVING);
    }

    private void begin(int calls) {
        for (int i = 0; i < calls; i++) {
            instance.begun();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
