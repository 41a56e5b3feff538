package timeline.testkit.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

class EngineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

    @Test
    void isNotFoundWhereNobodyListens() {
        assertThat(EngineSocket.find(Map.of("DOCKER_HOST", "unix://" + folder + "/absent"), "/nowhere")).isEmpty();
        assertThat(EngineSocket.find(Map.of("DOCKER_HOST", "tcp://elsewhere:2375"), "/nowhere"))
                .as("an engine elsewhere publishes no port on this machine").isEmpty();
    }

    @Test
    void pullsAnImageOnceWhenItIsNotThere() throws IOException {
        try (ServerSocketChannel server = serve()) {
            EngineSocket engine = EngineSocket.find(Map.of("DOCKER_HOST", "unix://" + folder + "/socket"), "/nowhere")
                    .orElseThrow();
            requests.clear();
            assertThat(engine.provides("present:1")).isTrue();
            assertThat(requests).containsExactly("GET /images/present:1/json HTTP/1.0");
            requests.clear();
            assertThat(engine.provides("team/absent:2")).isFalse();
            assertThat(requests).containsExactly("GET /images/team/absent:2/json HTTP/1.0",
                    "POST /images/create?fromImage=team/absent&tag=2 HTTP/1.0",
                    "GET /images/team/absent:2/json HTTP/1.0");
            assertThat(server.isOpen()).isTrue();
        }
    }

    @Test
    void needsTestcontainersOwnImagesUnlessToldOtherwise() {
        assertThat(Engine.ofTestcontainers(Map.of(), true)).hasSize(2);
        assertThat(Engine.ofTestcontainers(Map.of(), false)).singleElement().asString().contains("ryuk");
        assertThat(Engine.ofTestcontainers(
                Map.of("TESTCONTAINERS_RYUK_DISABLED", "true", "TESTCONTAINERS_HOST_OVERRIDE", "localhost"), true))
                .isEmpty();
    }

    @Test
    void knowsTheImagesOfThisVersionOfTestcontainers() throws IOException {
        assertThat(constantsOf("utility/RyukContainer")).contains(Engine.REAPER);
        assertThat(constantsOf("DockerClientFactory")).contains(Engine.GATEWAY_FINDER);
    }

    private static String constantsOf(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                DockerClientFactory.class.getResourceAsStream(name + ".class"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private ServerSocketChannel serve() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    answer(server.accept());
                }
            } catch (ClosedChannelException end) {
                // The test is over.
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
        return server;
    }

    private void answer(SocketChannel accepted) throws IOException {
        try (accepted; InputStream in = Channels.newInputStream(accepted)) {
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                request.append((char) in.read());
            }
            String line = request.substring(0, request.indexOf("\r\n"));
            requests.add(line);
            String status = line.contains("absent") && line.startsWith("GET") ? "404 Not Found" : "200 OK";
            accepted.write(ByteBuffer.wrap(("HTTP/1.0 " + status + "\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
