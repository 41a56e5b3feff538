package timeline.testkit.containers;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Docker engine of this machine, asked directly. Testcontainers, asked first, looks for an engine noisily where there is none, and
 * waits two minutes for each image that can't be had.
 */
record EngineSocket(UnixDomainSocketAddress address) {
    private static final String SCHEME = "unix://";

    /** The configured socket, or the usual ones; empty when nobody listens. */
    static Optional<EngineSocket> find(Map<String, String> environment, String home) {
        String configured = environment.get("DOCKER_HOST");
        Stream<String> places = configured != null
                ? Stream.of(configured).filter(uri -> uri.startsWith(SCHEME))
                        .map(uri -> uri.substring(SCHEME.length()))
                : Stream.of("/var/run/docker.sock", home + "/.docker/run/docker.sock",
                        home + "/.docker/desktop/docker.sock",
                        environment.getOrDefault("XDG_RUNTIME_DIR", "/nowhere") + "/docker.sock");
        return places.map(place -> new EngineSocket(UnixDomainSocketAddress.of(Path.of(place))))
                .filter(EngineSocket::answers).findFirst();
    }

    /** Whether the engine has the image, if need be after one attempt to pull it. */
    boolean provides(String image) {
        if (has(image)) {
            return true;
        }
        int colon = image.lastIndexOf(':');
        ask("POST", "/images/create?fromImage=" + image.substring(0, colon) + "&tag=" + image.substring(colon + 1));
        return has(image);
    }

    private boolean has(String image) {
        return ask("GET", "/images/" + image + "/json").contains(" 200 ");
    }

    private boolean answers() {
        return ask("GET", "/_ping").contains(" 200 ");
    }

    /** The status line; empty when nobody answers. A pull's answer ends when the pull does. */
    private String ask(String method, String path) {
        String request = method + " " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(address);
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            BufferedReader answer = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            String status = answer.readLine();
            answer.lines().forEach(progress -> {});
            return status == null ? "" : status;
        } catch (IOException nobodyAnswers) {
            return "";
        }
    }
}
