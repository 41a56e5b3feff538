package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;
import timeline.edge.sample.Wire.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One id leads from an answer to the log and to the spans of every service. */
class TracingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @TempDir
    private Path folder;

    @Test
    void continuesTheCallersTraceAndSendsItsSpansToACollector() throws Exception {
        BlockingQueue<String> received = new ArrayBlockingQueue<>(100);
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            byte[] spans = exchange.getRequestBody().readAllBytes();
            assertThat(received.offer(new String(spans, StandardCharsets.ISO_8859_1))).isTrue();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
        try (RunningSample sample = new RunningSample(folder, "management.tracing.sampling.probability=1.0",
                "management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint,
                "management.opentelemetry.tracing.export.schedule-delay=50ms")) {
            assertThat(get(sample, "/v1/notes").header("x-trace-id")).isEqualTo(TRACE);
            assertThat(received.poll(20, TimeUnit.SECONDS)).contains("/v1/notes");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void logsALineOfJsonUnderTheTraceWhateverIsInIt() throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        String line;
        try (RunningSample sample = new RunningSample(folder)) {
            System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
            get(sample, "/v1/broken?a=%0d%0aforged");
            line = captured.toString(StandardCharsets.UTF_8).lines().filter(text -> text.contains("by a defect"))
                    .findFirst()
                    .orElseThrow();
        } finally {
            System.setOut(console);
        }
        JsonNode logged = JsonMapper.builder().build().readTree(line);
        assertThat(logged.toString()).contains(TRACE);
        assertThat(logged.at("/service/name").asString()).isEqualTo("sample");
    }

    private static Answer get(RunningSample sample, String path) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            return wire.send("GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + sample.userToken()
                    + "\r\ntraceparent: 00-" + TRACE + "-b7ad6b7169203331-01\r\n\r\n").answer();
        }
    }
}
