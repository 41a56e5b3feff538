package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;
import timeline.edge.sample.Wire.Answer;

/** What a service tells its callers of itself. */
class ServingTest {
    @Test
    void servesWithoutItsStoresAndAsksForNoToken(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder)) {
            sample.storeIsDown(true);

            assertThat(ask(sample, "GET").status()).isEqualTo(200);
            assertThat(ask(sample, "POST").status()).as("there is nothing else").isEqualTo(404);
        }
    }

    @Test
    void saysWhyItDoesNotServe(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder)) {
            sample.bean(Serving.class).leave();
            Answer leaving = ask(sample, "GET");

            assertThat(leaving.status()).isEqualTo(503);
            assertThat(leaving.header("timeline-refused")).isEqualTo(Serving.LEAVING);
            assertThat(leaving.body()).contains("urn:timeline:problem:unavailable");
        }
    }

    @Test
    void tellsThePublicNothing(@TempDir Path folder) throws IOException {
        try (RunningSample sample = new RunningSample(folder, "timeline.http.heeds-callers=false")) {
            assertThat(ask(sample, "GET").status()).isEqualTo(404);
        }
    }

    private static Answer ask(RunningSample sample, String method) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            return wire.send(method + " " + Serving.PATH + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                    .answer();
        }
    }
}
