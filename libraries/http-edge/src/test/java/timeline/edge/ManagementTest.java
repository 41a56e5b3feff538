package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;
import timeline.edge.sample.Wire.Answer;

/** What a service tells on its management port, and nowhere else. */
class ManagementTest {
    private static RunningSample sample;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sample = new RunningSample(folder);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void isAliveWhateverItsStoresDo() throws IOException {
        sample.storeIsDown(true);
        Answer liveness = get("/actuator/health/liveness");
        assertThat(liveness.status()).isEqualTo(200);
        assertThat(liveness.body()).doesNotContain("notes");
    }

    @Test
    void isReadyOrSaysWhyNot() throws IOException {
        sample.storeIsDown(true);
        Answer down = get("/actuator/health/readiness");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).contains("notes", "nobody keeps notes");
        sample.storeIsDown(false);
        assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void tellsTheQuantilesOfRequestsAndStages() throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            wire.send("GET /v1/notes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + sample.userToken() + "\r\n\r\n");
            assertThat(wire.answer().status()).isEqualTo(200);
        }
        String metrics = get("/actuator/prometheus").body();
        for (String quantile : new String[]{"0.5", "0.95", "0.99"}) {
            assertThat(metrics)
                    .containsPattern("http_server_requests_seconds\\{[^}]*uri=\"/v1/notes\"[^}]*quantile=\"" + quantile)
                    .containsPattern("stage_seconds\\{[^}]*stage=\"list\"[^}]*quantile=\"" + quantile);
        }
        assertThat(metrics).contains("http_in_flight", "service=\"sample\"");
    }

    @Test
    void tellsNothingElse() throws IOException {
        for (String endpoint : new String[]{"env", "heapdump", "loggers", "beans", "mappings", "configprops",
                "shutdown",
                "gateway", "threaddump"}) {
            assertThat(get("/actuator/" + endpoint).status()).as(endpoint).isEqualTo(404);
        }
    }

    private static Answer get(String path) throws IOException {
        try (Wire wire = new Wire(sample.managementPort())) {
            return wire.send("GET " + path + " HTTP/1.0\r\n\r\n").answer();
        }
    }
}
