package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.calls.FaultyTransport.Mood;
import timeline.deadline.Deadline;
import timeline.testkit.settings.SettingsContract;

class UpstreamTest {
    private static final URI ONE = URI.create("http://one");
    private static final URI TWO = URI.create("http://two");
    private static final UpstreamRequest GET = UpstreamRequest.get("/x");
    private static final UpstreamRequest POST = UpstreamRequest.post("/x");

    private final AtomicLong nanos = new AtomicLong(42);
    private final FaultyTransport transport = new FaultyTransport(nanos);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UpstreamSettings settings = SettingsContract.of(UpstreamSettings.class)
            .bind(Map.of("retry-most", "5"));
    private final Upstream upstream = new Upstream("other", List.of(ONE, TWO), transport, settings, meters, nanos::get,
            new Random(1), Runnable::run);

    @BeforeEach
    void bothServe() {
        upstream.look();
        assertThat(upstream.isServing()).isTrue();
        assertThat(transport.asked()).as("by probes").containsExactlyInAnyOrder(ONE, TWO);
        transport.asked().clear();
        transport.timeouts().clear();
        transport.told().clear();
    }

    @Test
    void spreadsCallsOverTheInstances() {
        for (int i = 0; i < 100; i++) {
            assertThat(call(GET).status()).isEqualTo(200);
        }
        assertThat(transport.asked()).filteredOn(ONE::equals).hasSizeBetween(30, 70);
    }

    @Test
    void passesOverAnInstanceThatCannotBeConnectedToAlsoWithAPost() {
        transport.set(ONE, Mood.REFUSES_CONNECTIONS);
        for (int i = 0; i < 50; i++) {
            assertThat(call(POST).body(From.class).from()).isEqualTo(TWO);
        }
        assertThat(transport.asked()).as("one refusal is enough").filteredOn(ONE::equals).hasSize(1);
    }

    @Test
    void doesNotTakeItsOwnLatenessForADeadInstance() {
        transport.set(ONE, Mood.LOSES_CONNECTIONS);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        for (int i = 0; i < 50; i++) {
            assertThat(call(POST).status()).isEqualTo(200);
        }
        assertThat(transport.asked()).as("still asked").filteredOn(ONE::equals).hasSizeGreaterThan(10);
    }

    @Test
    void repeatsAGetThatBrokeOff() {
        transport.set(ONE, Mood.BREAKS_OFF);
        for (int i = 0; i < 8; i++) {
            assertThat(call(GET).body(From.class).from()).isEqualTo(TWO);
        }
        assertThat(repeated("broken")).isPositive();
    }

    @Test
    void neverRepeatsAPostThatMayHaveBeenSent() {
        transport.set(ONE, Mood.BREAKS_OFF).set(TWO, Mood.BREAKS_OFF);
        assertThatThrownBy(() -> call(POST)).isInstanceOf(UpstreamUnavailableException.class);
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void repeatsAPostThatMayBeRepeated() {
        transport.set(ONE, Mood.BREAKS_OFF);
        for (int i = 0; i < 8; i++) {
            assertThat(call(POST.repeatable()).status()).isEqualTo(200);
        }
    }

    @Test
    void repeatsOnlyAsFarAsTheBudgetLasts() {
        transport.set(ONE, Mood.BREAKS_OFF).set(TWO, Mood.BREAKS_OFF);
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> call(GET)).isInstanceOf(UpstreamUnavailableException.class);
        }
        assertThat(transport.asked()).hasSize(105);
        assertThat(repeated("not-affordable")).isEqualTo(95);
    }

    @Test
    void asksAnotherInstanceWhenOneSaysThatItIsUnavailable() {
        transport.set(ONE, Mood.UNAVAILABLE);
        for (int i = 0; i < 8; i++) {
            assertThat(call(GET).status()).isEqualTo(200);
        }
    }

    @Test
    void aPostGoesOnFromAnInstanceThatIsStarting() {
        transport.set(ONE, Mood.STARTING);
        for (int i = 0; i < 50; i++) {
            assertThat(call(POST).status()).isEqualTo(200);
        }
        assertThat(transport.asked()).filteredOn(ONE::equals).hasSize(1);
    }

    @Test
    void aPostGoesOnFromAnInstanceThatIsOverloadedAndNotForEver() {
        transport.set(ONE, Mood.OVERLOADED);
        for (int i = 0; i < 8; i++) {
            assertThat(call(POST).status()).isEqualTo(200);
        }
        transport.set(TWO, Mood.OVERLOADED);
        for (int i = 0; i < 100; i++) {
            assertThat(refusal(POST).answer()).isPresent();
        }
        transport.asked().clear();
        assertThat(refusal(POST).answer()).isPresent();
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void handsOverTheRefusalWhenEveryInstanceRefuses() {
        transport.set(ONE, Mood.UNAVAILABLE).set(TWO, Mood.UNAVAILABLE);
        UpstreamUnavailableException get = refusal(GET);
        assertThat(get.answer()).hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(503));
        assertThat(get.timedOut()).isFalse();
        assertThat(refusal(POST).answer()).isPresent();
    }

    @Test
    void asksEachInstanceAtMostOnce() {
        transport.set(ONE, Mood.BREAKS_OFF).set(TWO, Mood.REFUSES_CONNECTIONS);
        refusal(GET);
        assertThat(transport.asked()).doesNotHaveDuplicates();
    }

    @Test
    void aTimeOutCountsAgainstNobody() {
        transport.set(ONE, Mood.HANGS).set(TWO, Mood.HANGS);
        for (int i = 0; i < 20; i++) {
            assertThat(refusal(POST).timedOut()).isTrue();
        }
        transport.set(ONE, Mood.ANSWERS).set(TWO, Mood.ANSWERS);
        transport.asked().clear();
        for (int i = 0; i < 50; i++) {
            assertThat(call(POST).status()).isEqualTo(200);
        }
        assertThat(transport.asked()).filteredOn(ONE::equals).hasSizeBetween(10, 40);
    }

    @Test
    void failsAtOnceWhenEverybodyHasJustRefused() {
        transport.set(ONE, Mood.REFUSES_CONNECTIONS).set(TWO, Mood.REFUSES_CONNECTIONS);
        refusal(GET);
        transport.asked().clear();
        refusal(GET);
        assertThat(transport.asked()).isEmpty();
    }

    @Test
    void asksWhoHasRefusedRatherThanNobody() {
        transport.set(ONE, Mood.REFUSES_CONNECTIONS).set(TWO, Mood.REFUSES_CONNECTIONS);
        refusal(GET);
        nanos.addAndGet(Duration.ofMillis(101).toNanos());
        transport.set(ONE, Mood.ANSWERS).set(TWO, Mood.ANSWERS);
        assertThat(call(POST).status()).isEqualTo(200);
    }

    @Test
    void turnsFromAnInstanceThatIsAboutToStop() {
        transport.set(ONE, Mood.LEAVES);
        for (int i = 0; i < 50; i++) {
            assertThat(call(POST).status()).isEqualTo(200);
        }
        assertThat(transport.asked()).filteredOn(ONE::equals).hasSize(1);
        transport.set(TWO, Mood.REFUSES_CONNECTIONS);
        assertThat(call(POST).status()).as("rather than none").isEqualTo(200);
    }

    @Test
    void waitsHalfOfTheTimeWhileAnotherInstanceCouldBeAskedAndTellsTheFirstSo() {
        transport.set(ONE, Mood.HANGS).set(TWO, Mood.HANGS);
        refusal(GET);
        assertThat(transport.timeouts()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(transport.told()).containsExactly("950", "950");
        transport.timeouts().clear();
        refusal(POST);
        assertThat(transport.timeouts()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void givesTheLastInstanceAllTheTimeThereIs() {
        transport.set(ONE, Mood.REFUSES_CONNECTIONS).set(TWO, Mood.HANGS);
        refusal(GET);
        refusal(GET);
        assertThat(transport.timeouts().getLast()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void neverWaitsBeyondTheRequestsDeadline() {
        transport.set(ONE, Mood.HANGS).set(TWO, Mood.HANGS);
        long before = nanos.get();
        refusal(GET);
        assertThat(Duration.ofNanos(nanos.get() - before)).isEqualTo(Duration.ofSeconds(2));
        transport.asked().clear();
        Deadline.in(Duration.ZERO, nanos::get).call(() -> {
            assertThatThrownBy(() -> upstream.call(GET)).isInstanceOf(UpstreamUnavailableException.class);
            return true;
        });
        assertThat(transport.asked()).isEmpty();
    }

    @Test
    void hearsForHowLongWorkWaitsThereAndForgetsItSoon() {
        transport.set(ONE, Mood.QUEUES).set(TWO, Mood.QUEUES);
        call(GET);
        assertThat(Duration.ofNanos(upstream.queueNanos())).isEqualTo(Duration.ofMillis(37));
        nanos.addAndGet(Duration.ofMillis(201).toNanos());
        assertThat(upstream.queueNanos()).isZero();
    }

    @Test
    void countsEveryCallByItsOutcomeAndEveryInstanceByItsState() {
        call(GET);
        transport.set(ONE, Mood.REFUSES_CONNECTIONS).set(TWO, Mood.REFUSES_CONNECTIONS);
        refusal(GET);
        assertThat(meters.get("upstream.requests").tags("upstream", "other", "outcome", "200").timer().count())
                .isOne();
        assertThat(meters.get("upstream.requests").tags("upstream", "other", "outcome", "none").timer().count())
                .isOne();
        assertThat(meters.get("upstream.instances").tags("upstream", "other", "state", "unreachable").gauge().value())
                .isEqualTo(2);
        assertThat(meters.get("upstream.budget").gauge().value()).isEqualTo(5);
        assertThat(upstream.isServing()).isFalse();
    }

    private UpstreamResponse call(UpstreamRequest request) {
        return Deadline.in(Duration.ofSeconds(2), nanos::get).call(() -> upstream.call(request));
    }

    private UpstreamUnavailableException refusal(UpstreamRequest request) {
        return catchThrowableOfType(UpstreamUnavailableException.class, () -> call(request));
    }

    private double repeated(String why) {
        return meters.get("upstream.repeated").tags("why", why).counter().count();
    }

    /** The body of an answer. */
    record From(URI from) {}
}
