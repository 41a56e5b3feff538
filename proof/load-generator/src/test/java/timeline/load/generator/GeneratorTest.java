package timeline.load.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import timeline.testkit.StubServer;
import timeline.testkit.StubServer.Behaviour;

@Timeout(60)
class GeneratorTest {
    private static final Limits PLENTY = new Limits(64, 1_000, Limits.PATIENCE);

    private int made;

    /** Each asks for its own number. */
    private byte[] next() {
        return ("GET /" + made++ + " HTTP/1.1\r\nHost: stub\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Phase open(double perSecond, int seconds) {
        return new Phase("open", new Pace.Open(perSecond), seconds);
    }

    private List<Second> run(Behaviour behaviour, Limits limits, Clients clients, Phase... phases)
            throws IOException, InterruptedException {
        try (StubServer server = StubServer.start(behaviour)) {
            return run(server, limits, clients, phases);
        }
    }

    private List<Second> run(StubServer server, Limits limits, Clients clients, Phase... phases)
            throws IOException, InterruptedException {
        try (Generator generator = new Generator(server.address(), limits, clients, this::next)) {
            return generator.run(List.of(phases), Listener.NONE);
        }
    }

    private static Tally total(List<Second> seconds) {
        return Tally.sum(seconds.stream().map(Second::tally).toList());
    }

    @Test
    void keepsItsRateInEachSecond() throws Exception {
        AtomicInteger asked = new AtomicInteger();

        List<Second> seconds = run((target, before) -> {
            asked.incrementAndGet();
            return StubServer.page();
        }, PLENTY, Clients.RESIGNED, open(100, 1), open(350, 2));

        assertThat(seconds).extracting(second -> second.tally().offered()).containsExactly(100L, 350L, 350L);
        assertThat(seconds).extracting(Second::phase).containsExactly(0, 1, 1);
        assertThat(seconds).extracting(Second::number).containsExactly(0, 1, 2);
        assertThat(asked).hasValue(800);
        assertThat(total(seconds).unanswered()).isZero();
    }

    /** A generator that waits for the slow answer would find one slow request, and miss those that it did not send meanwhile. */
    @Test
    void latencyCountsFromWhenTheRequestWasDue() throws Exception {
        Limits oneConnection = new Limits(1, 1_000, Duration.ofMinutes(1));

        Tally all = total(run((target, before) -> {
            if (target.equals("/0")) {
                // Nobody will count it down: the server is slow.
                assertThat(new CountDownLatch(1).await(400, TimeUnit.MILLISECONDS)).isFalse();
            }
            return StubServer.page();
        }, oneConnection, Clients.RESIGNED, open(100, 1)));

        assertThat(all.wanted()).hasSize(100);
        assertThat(all.wanted().stream().filter(took -> took.toMillis() >= 200)).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void aSlowServerIsAskedLessByClientsWhoWait() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger mostInside = new AtomicInteger();

        Tally all = total(run((target, before) -> {
            mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
            assertThat(new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS)).isFalse();
            inside.decrementAndGet();
            return StubServer.page();
        }, PLENTY, Clients.RESIGNED, new Phase("closed", new Pace.Closed(3), 1)));

        assertThat(mostInside.get()).isLessThanOrEqualTo(3);
        assertThat(all.offered()).isBetween(3L, 30L);
        assertThat(all.good() + all.late()).isEqualTo(all.offered());
    }

    @Test
    void aConnectionThatDiedIdleIsReplacedAndNobodyNotices() throws Exception {
        // It takes no more than four, and then ends without a word.
        try (StubServer server = StubServer.start((target, before) -> before == 4 ? "" : StubServer.page())) {
            Tally all = total(run(server, PLENTY, Clients.RESIGNED, open(200, 1)));

            assertThat(all.good() + all.late()).isEqualTo(all.offered()).isEqualTo(200);
            assertThat(server.accepted()).isGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void aConnectionThatBreaksWithinAnAnswerCostsThatRequestAlone() throws Exception {
        Tally all = total(run(
                (target, before) -> target.equals("/7")
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf\u0000"
                        : StubServer.page(),
                PLENTY, Clients.RESIGNED, open(100, 1)));

        assertThat(all.unanswered()).isEqualTo(1);
        assertThat(all.good() + all.late()).isEqualTo(99);
    }

    @Test
    void endsTheConnectionThatTheServerWillClose() throws Exception {
        try (StubServer server = StubServer
                .start((target, before) -> "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")) {
            Tally all = total(run(server, PLENTY, Clients.RESIGNED, open(50, 1)));

            assertThat(all.good() + all.late()).isEqualTo(50);
            assertThat(server.accepted()).isEqualTo(50);
        }
    }

    @Test
    void aServerThatIsNotThereAnswersNothing() throws Exception {
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        try (Generator generator = new Generator(nobody, PLENTY, Clients.IMPATIENT, this::next)) {
            Tally all = total(generator.run(List.of(open(20, 1)), Listener.NONE));

            assertThat(all.unanswered()).isEqualTo(all.offered()).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void whatExceedsItsLimitsIsNotSent() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Gate gate = new Gate(1);
        Limits few = new Limits(2, 4, Duration.ofMinutes(1));
        try (StubServer server = StubServer.start((target, before) -> {
            asked.incrementAndGet();
            gate.opened.await();
            return StubServer.page();
        }); Generator generator = new Generator(server.address(), few, Clients.RESIGNED, this::next)) {
            Tally all = total(generator.run(List.of(open(200, 1), open(1, 1)), gate));

            // Two on the connections and two that waited for one; when they were answered there was room for one more.
            assertThat(asked).hasValueBetween(4, 5);
            assertThat(all.offered()).isEqualTo(201);
            assertThat(all.unanswered()).isEqualTo(201 - asked.get());
        }
    }

    @Test
    void whoHasNoPatienceLeftIsGoneAndAnotherIsSentInstead() throws Exception {
        Limits shortly = new Limits(1, 2, Duration.ofMillis(50));

        Tally all = total(run((target, before) -> {
            if (target.equals("/0")) {
                new CountDownLatch(1).await();
            }
            return StubServer.page();
        }, shortly, Clients.RESIGNED, open(2, 2)));

        assertThat(all.unanswered()).isPositive();
        assertThat(all.good() + all.late()).isPositive();
    }

    @Test
    void whoIsRefusedMayAskAgainThreeTimes() throws Exception {
        Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
        Behaviour refusing = (target, before) -> {
            asked.computeIfAbsent(target, t -> new AtomicInteger()).incrementAndGet();
            return StubServer.refusal();
        };

        Tally resigned = total(run(refusing, PLENTY, Clients.RESIGNED, open(2, 1)));

        assertThat(resigned.refused()).isEqualTo(2);
        assertThat(asked.get("/0")).hasValue(1);

        Tally impatient = total(run(refusing, PLENTY, Clients.IMPATIENT, open(2, 2)));

        assertThat(asked.get("/2")).hasValue(4);
        assertThat(impatient.refused()).isEqualTo(impatient.offered()).isBetween(7L, 16L);
    }

    @Test
    void whoHearsNothingForASecondMayAskAgain() throws Exception {
        CountDownLatch askedAgain = new CountDownLatch(2);

        Tally all = total(run((target, before) -> {
            if (target.equals("/0")) {
                askedAgain.countDown();
                askedAgain.await();
            }
            return StubServer.page();
        }, PLENTY, Clients.IMPATIENT, open(1, 3)));

        assertThat(all.offered()).isGreaterThanOrEqualTo(4);
        assertThat(all.late()).isGreaterThanOrEqualTo(1);
        assertThat(all.unanswered()).isZero();
    }

    /** Opens when a phase begins; writes down what it hears. */
    private static final class Gate implements Listener {
        private final int phase;
        private final CountDownLatch opened = new CountDownLatch(1);
        private final List<String> heard = new ArrayList<>();

        Gate(int phase) {
            this.phase = phase;
        }

        @Override
        public void begun(int begun) {
            heard.add("phase " + begun);
            if (begun == phase) {
                opened.countDown();
            }
        }

        @Override
        public void over(Second second) {
            assertThat(second.tally().open()).isZero();
            heard.add("second " + second.number());
        }
    }

    @Test
    void tellsOfEachSecondInOrderWhenAllItsRequestsHaveEnded() throws Exception {
        Gate gate = new Gate(2);
        try (StubServer server = StubServer.start((target, before) -> {
            if (target.equals("/0")) {
                gate.opened.await();
            }
            return StubServer.page();
        }); Generator generator = new Generator(server.address(), PLENTY, Clients.RESIGNED, this::next)) {
            generator.run(List.of(open(2, 1), open(2, 1), open(2, 1)), gate);
        }

        assertThat(gate.heard).containsExactly("phase 0", "phase 1", "phase 2", "second 0", "second 1", "second 2");
    }
}
