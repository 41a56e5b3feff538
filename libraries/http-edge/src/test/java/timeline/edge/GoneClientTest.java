package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;

/** A client that goes away is no defect of ours: it is counted as what it is, and leaves no stack trace. */
class GoneClientTest {
    private static RunningSample sample;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sample = new RunningSample(folder);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 12\r\n\r\n{\"text\"", "Transfer-Encoding: chunked\r\n\r\n9\r\n{",
            "Transfer-Encoding: chunked\r\n\r\n9;a=", "Transfer-Encoding: chunked\r\n\r\n"})
    void isNoDefectInTheMiddleOfItsBody(String rest) throws IOException {
        double before = count(Problem.CLIENT_GONE);
        try (Wire wire = new Wire(sample.port())) {
            wire.send("POST /v1/open HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + rest);
        }
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (count(Problem.CLIENT_GONE) == before && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(count(Problem.CLIENT_GONE)).isEqualTo(before + 1);
        assertThat(count(Problem.INTERNAL)).isZero();
    }

    private static double count(Problem problem) {
        Counter counter = sample.bean(MeterRegistry.class).find("http.problems").tag("type", problem.slug()).counter();
        return counter == null ? 0 : counter.count();
    }
}
