package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;
import timeline.edge.sample.Wire.Answer;
import timeline.traffic.QueueDelay;
import timeline.edge.admission.StandstillWatch;

/** What becomes of requests when more is asked than can be done. */
class AdmissionTest {
    private static final String[] ONE_AT_A_TIME = {"timeline.admission.least=1", "timeline.admission.start=1",
            "timeline.admission.most=1", "timeline.admission.window=2s"};

    @Test
    void refusesBeforeTheBodyIsReadAndSaysThatNothingWasBegun(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder, ONE_AT_A_TIME);
                Wire first = new Wire(sample.port());
                Wire second = new Wire(sample.port())) {
            letWorkQueue(sample);
            first.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{");
            await(() -> sample.bean(MeterRegistry.class).get("http.in.flight").gauge().value() == 1);

            Answer refused = second.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n").answer();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("urn:timeline:problem:overloaded", "Nothing was begun");
            assertThat(refused.header("timeline-refused")).isEqualTo("overloaded");
            assertThat(refused.header("retry-after")).isIn("1", "2", "3");
            assertThat(refused.header("x-queue-delay")).isEqualTo("1000");
            Answer served = first.send("}").answer();
            assertThat(served.status()).as("who was let in is served").isEqualTo(200);
            assertThat(sample.bean(MeterRegistry.class).get("admission.refused").tag("rank", "first").counter().count())
                    .isOne();
        }
    }

    /** Otherwise a refusal costs a new connection: more than all the rest of it. */
    @Test
    void keepsTheConnectionOfWhomItRefuses(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder, ONE_AT_A_TIME);
                Wire first = new Wire(sample.port());
                Wire second = new Wire(sample.port())) {
            letWorkQueue(sample);
            first.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{");
            await(() -> sample.bean(MeterRegistry.class).get("http.in.flight").gauge().value() == 1);

            for (String method : List.of("GET", "DELETE", "GET")) {
                Answer refused = second.send(method + " /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer();
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("connection")).isEmpty();
            }
            assertThat(first.send("}").answer().status()).isEqualTo(200);
            assertThat(second.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().status())
                    .as("no token, on the same connection").isEqualTo(401);
        }
    }

    /** Otherwise those who ask again at once take the time of those who could be served. */
    @Test
    void readsAConnectionAgainOnlySomeTimeAfterItRefused(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder, "timeline.http.most-in-flight=1",
                "timeline.admission.rest=1s");
                Wire first = new Wire(sample.port());
                Wire second = new Wire(sample.port());
                Wire third = new Wire(sample.port())) {
            first.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{");
            await(() -> sample.bean(MeterRegistry.class).get("http.in.flight").gauge().value() == 1);

            long refused = System.nanoTime();
            assertThat(second.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().status()).isEqualTo(503);
            assertThat(third.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().status())
                    .as("others are read").isEqualTo(503);
            assertThat(first.send("}").answer().status()).as("who was let in is served").isEqualTo(200);
            assertThat(first.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().status())
                    .as("and read at once: no token").isEqualTo(401);
            assertThat(second.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().status())
                    .as("no token, on the same connection").isEqualTo(401);
            assertThat(Duration.ofNanos(System.nanoTime() - refused)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    /** As when the whole process was frozen, but for the answer to this very test. */
    @Test
    void refusesChangesJustAfterAStandstillAndReadsNever(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder);
                Wire wire = new Wire(sample.port());
                Wire another = new Wire(sample.port())) {
            sample.bean(StandstillWatch.class).close();
            await(sample.bean(StandstillWatch.class).standstill()::isJustOver);

            Answer change = wire.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").answer();
            assertThat(change.status()).isEqualTo(503);
            assertThat(change.header("timeline-refused")).isEqualTo("late");
            assertThat(another.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().status()).as("no token")
                    .isEqualTo(401);
        }
    }

    @Test
    void measuresHowLongRequestsWaitForAThread(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder, "timeline.admission.window=1s");
                Wire wire = new Wire(sample.port())) {
            assertThat(wire.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().status()).isEqualTo(401);

            await(() -> sample.bean(QueueDelay.class).nanos() > 0);
        }
    }

    @Test
    void refusesWhatTheHeapDoesNotHold(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder, "timeline.http.most-in-flight=1");
                Wire first = new Wire(sample.port());
                Wire second = new Wire(sample.port())) {
            first.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{");
            await(() -> sample.bean(MeterRegistry.class).get("http.in.flight").gauge().value() == 1);

            assertThat(second.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().status()).isEqualTo(503);
            assertThat(first.send("}").answer().status()).isEqualTo(200);
        }
    }

    @Test
    void tellsThePublicNothingOfItsQueue(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder, "timeline.admission.window=2s",
                "timeline.http.heeds-callers=false");
                Wire wire = new Wire(sample.port())) {
            letWorkQueue(sample);
            assertThat(wire.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n\r\n").answer().header("x-queue-delay"))
                    .isEmpty();
        }
    }

    /** What was begun in the last window had waited for a second. */
    private static void letWorkQueue(RunningSample sample) {
        QueueDelay delay = sample.bean(QueueDelay.class);
        for (int i = 0; i < 100; i++) {
            delay.waited(Duration.ofSeconds(1).toNanos());
        }
        await(() -> delay.nanos() > 0);
    }

    private static void await(BooleanSupplier fact) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!fact.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
