package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.edge.sample.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;

/** The part of the bad-input table that is about time: nobody holds a connection by doing nothing, or next to nothing. */
class SlowClientTest {
    private static final String POST = "POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

    private static RunningSample sample;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sample = new RunningSample(folder, "timeline.http.budget=700ms",
                "server.tomcat.connection-timeout=5s");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void doesNotWaitForABodyForEver() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            long start = System.nanoTime();
            wire.send(POST + "Content-Length: 12\r\n\r\n{\"text\"");
            assertProblem(wire.answer(), 408, "request-timeout");
            assertSoon(start);
        }
    }

    @Test
    void doesNotWaitForABodyThatTrickles() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            wire.send(POST + "Content-Length: 1000\r\n\r\n{").trickle(" ");
            assertProblem(wire.answer(), 408, "request-timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5;a=", "2\r\n{}\r\n0\r\nX-Trailer: ", "00000000000", "2\r\n{"})
    void doesNotWaitForChunksThatTrickleWhateverPartOfThem(String chunks) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            long start = System.nanoTime();
            wire.send(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks).trickle("0");
            assertThat(wire.answer().status()).isIn(400, 408);
            assertThat(wire.isClosed()).isTrue();
            assertSoon(start);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/no HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\n",
            "POST /v1/no HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=",
            POST + "Content-Length: 100000\r\n\r\n"})
    void doesNotWaitForABodyThatNobodyWants(String request) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            long start = System.nanoTime();
            wire.send(request).trickle("0");
            assertThat(wire.answer().status()).isIn(404, 413);
            assertThat(wire.isClosed()).isTrue();
            assertSoon(start);
        }
    }

    /** The budget is 700 ms and a drop comes every 100 ms; without one rule for all of a request it was a minute, or five seconds. */
    private static void assertSoon(long startNanos) {
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void closesAConnectionWhoseHeadTrickles() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            assertThat(wire.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n").trickle("X").isClosed()).isTrue();
        }
    }
}
