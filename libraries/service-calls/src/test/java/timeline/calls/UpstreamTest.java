package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.calls.FaultyTransport.Mood;

class UpstreamTest {
    private static final URI ONE = URI.create("http://one");
    private static final URI TWO = URI.create("http://two");
    private static final UpstreamRequest GET = UpstreamRequest.get("/x");
    private static final UpstreamRequest POST = UpstreamRequest.post("/x");

    private final FaultyTransport transport = new FaultyTransport();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UpstreamSettings settings = new UpstreamSettings(Duration.ofMillis(300), Duration.ofMillis(1000),
            Duration.ofMillis(700), 10, Duration.ofMinutes(1));
    private final Upstream upstream = new Upstream("other", List.of(ONE, TWO), transport, settings, meters);

    @Test
    void asksTheInstancesInTurn() {
        for (int i = 0; i < 4; i++) {
            assertThat(upstream.call(GET).status()).isEqualTo(200);
        }
        assertThat(transport.asked()).containsExactly(ONE, TWO, ONE, TWO);
    }

    @Test
    void passesOverAnInstanceThatCannotBeConnectedToAlsoWithAPost() {
        transport.set(ONE, Mood.REFUSES_CONNECTIONS);
        assertThat(upstream.call(POST).body(From.class).from()).isEqualTo(TWO);
    }

    @Test
    void repeatsAGetThatBrokeOff() {
        transport.set(ONE, Mood.BREAKS_OFF);
        assertThat(upstream.call(GET).body(From.class).from()).isEqualTo(TWO);
    }

    @Test
    void neverRepeatsAPostThatMayHaveBeenSent() {
        transport.set(ONE, Mood.BREAKS_OFF);
        assertThatThrownBy(() -> upstream.call(POST)).isInstanceOf(UpstreamUnavailableException.class);
        assertThat(transport.asked()).containsExactly(ONE);
    }

    @Test
    void asksAnotherInstanceWhenOneSaysThatItIsUnavailable() {
        transport.set(ONE, Mood.UNAVAILABLE);
        assertThat(upstream.call(GET).status()).isEqualTo(200);
    }

    @Test
    void handsOverTheRefusalWhenEveryInstanceRefuses() {
        transport.set(ONE, Mood.UNAVAILABLE).set(TWO, Mood.UNAVAILABLE);
        var refusal = catchThrowableOfType(UpstreamUnavailableException.class, () -> upstream.call(GET));
        assertThat(refusal.answer()).hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(503));
        assertThat(refusal.timedOut()).isFalse();
        var post = catchThrowableOfType(UpstreamUnavailableException.class, () -> upstream.call(POST));
        assertThat(post.answer()).isPresent();
    }

    @Test
    void asksEachInstanceAtMostOnce() {
        transport.set(ONE, Mood.BREAKS_OFF).set(TWO, Mood.REFUSES_CONNECTIONS);
        assertThatThrownBy(() -> upstream.call(GET)).isInstanceOf(UpstreamUnavailableException.class);
        assertThat(transport.asked()).containsExactly(ONE, TWO);
    }

    @Test
    void leavesASilentInstanceAloneWithoutWaitingForItAgain() {
        transport.set(ONE, Mood.HANGS);
        for (int i = 0; i < 20; i++) {
            assertThat(upstream.call(GET).status()).isEqualTo(200);
        }
        assertThat(transport.asked()).filteredOn(ONE::equals).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void asksARestingInstanceRatherThanNobody() {
        transport.set(ONE, Mood.HANGS);
        for (int i = 0; i < 20; i++) {
            upstream.call(GET);
        }
        transport.set(ONE, Mood.ANSWERS).set(TWO, Mood.REFUSES_CONNECTIONS);
        assertThat(upstream.call(GET).body(From.class).from()).isEqualTo(ONE);
        assertThat(upstream.call(POST).body(From.class).from()).isEqualTo(ONE);
    }

    @Test
    void failsAtOnceWhenEverybodyRests() {
        transport.set(ONE, Mood.HANGS).set(TWO, Mood.HANGS);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> upstream.call(GET)).isInstanceOf(UpstreamUnavailableException.class);
        }
        int asked = transport.asked().size();
        assertThatThrownBy(() -> upstream.call(GET)).isInstanceOf(UpstreamUnavailableException.class);
        assertThat(transport.asked()).hasSize(asked);
    }

    @Test
    void doesNotHoldAnAnswerAgainstTheInstance() {
        transport.set(ONE, Mood.UNAVAILABLE).set(TWO, Mood.UNAVAILABLE);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> upstream.call(POST)).isInstanceOf(UpstreamUnavailableException.class);
        }
        transport.set(ONE, Mood.ANSWERS).set(TWO, Mood.ANSWERS);
        assertThat(upstream.call(POST).status()).isEqualTo(200);
    }

    @Test
    void doesNotHoldItAgainstAnInstanceThatTheTimeWasShort() {
        transport.set(ONE, Mood.HANGS).set(TWO, Mood.HANGS);
        for (int i = 0; i < 20; i++) {
            Deadline.in(Duration.ofMillis(50)).call(() -> {
                assertThatThrownBy(() -> upstream.call(GET)).isInstanceOf(UpstreamUnavailableException.class);
                return true;
            });
        }
        transport.set(ONE, Mood.ANSWERS);
        assertThat(upstream.call(GET).status()).isEqualTo(200);
    }

    @Test
    void turnsFromAnInstanceThatIsAboutToStop() {
        transport.set(ONE, Mood.LEAVES);
        for (int i = 0; i < 10; i++) {
            assertThat(upstream.call(POST).status()).isEqualTo(200);
        }
        assertThat(transport.asked()).filteredOn(ONE::equals).hasSize(1);
        transport.set(TWO, Mood.REFUSES_CONNECTIONS);
        assertThat(upstream.call(POST).status()).as("rather than none").isEqualTo(200);
    }

    @Test
    void tellsSilenceFromRefusal() {
        transport.set(ONE, Mood.HANGS).set(TWO, Mood.HANGS);
        var silence = catchThrowableOfType(UpstreamUnavailableException.class, () -> upstream.call(GET));
        assertThat(silence.timedOut()).isTrue();
        assertThat(silence.answer()).isEmpty();
    }

    @Test
    void waitsLessLongWhileAnotherInstanceCouldBeAsked() {
        transport.set(ONE, Mood.HANGS);
        upstream.call(GET);
        upstream.call(GET);
        assertThatThrownBy(() -> upstream.call(POST)).isInstanceOf(UpstreamUnavailableException.class);
        assertThat(transport.timeouts()).containsExactly(Duration.ofMillis(700), Duration.ofMillis(1000),
                Duration.ofMillis(700), Duration.ofMillis(1000));
    }

    @Test
    void neverWaitsBeyondTheRequestsDeadline() {
        Deadline.in(Duration.ofMillis(200)).call(() -> upstream.call(GET));
        assertThat(transport.timeouts().getFirst()).isLessThanOrEqualTo(Duration.ofMillis(200));
        Deadline.in(Duration.ZERO).call(() -> {
            assertThatThrownBy(() -> upstream.call(GET)).isInstanceOf(UpstreamUnavailableException.class);
            return true;
        });
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void countsEveryCallByItsOutcome() {
        upstream.call(GET);
        transport.set(ONE, Mood.HANGS).set(TWO, Mood.HANGS);
        assertThatThrownBy(() -> upstream.call(GET)).isInstanceOf(UpstreamUnavailableException.class);
        assertThat(meters.get("upstream.requests").tags("upstream", "other", "outcome", "200").timer().count()).isOne();
        assertThat(meters.get("upstream.requests").tags("upstream", "other", "outcome", "none").timer().count())
                .isOne();
    }

    /** The body of an answer. */
    record From(URI from) {}
}
