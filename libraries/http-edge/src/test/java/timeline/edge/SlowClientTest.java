package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.edge.sample.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;

/** The part of the bad-input table that is about time: nobody holds a connection by doing nothing, or next to nothing. */
class SlowClientTest {
    private static final String POST = "POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

    private static RunningSample sample;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sample = new RunningSample(folder, "timeline.http.head-within=800ms", "timeline.http.budget=700ms",
                "server.tomcat.connection-timeout=500ms");
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void doesNotWaitForABodyForEver() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            wire.send(POST + "Content-Length: 12\r\n\r\n{\"text\"");
            assertProblem(wire.answer(), 408, "request-timeout");
        }
    }

    @Test
    void doesNotWaitForABodyThatTrickles() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            wire.send(POST + "Content-Length: 1000\r\n\r\n{").trickle(" ");
            assertProblem(wire.answer(), 408, "request-timeout");
        }
    }

    @Test
    void closesAConnectionWhoseHeadTrickles() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            assertThat(wire.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\n").trickle("X").isClosed()).isTrue();
        }
    }
}
