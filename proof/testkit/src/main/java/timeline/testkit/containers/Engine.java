package timeline.testkit.containers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testcontainers.DockerClientFactory;

/** Whether tests can use containers on this machine. */
final class Engine {
    /** What Testcontainers of this version starts besides our containers; a test compares them. */
    static final String REAPER = "testcontainers/ryuk:0.14.0";
    static final String GATEWAY_FINDER = "alpine:3.17";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private Engine() {
    }

    /** Empty when containers can be used; otherwise the reason why not. */
    static Optional<String> obstacle(Images images) {
        Map<String, String> environment = System.getenv();
        Optional<EngineSocket> socket = EngineSocket.find(environment, System.getProperty("user.home"));
        if (socket.isEmpty()) {
            return Optional.of("no Docker engine answers on this machine");
        }
        List<String> needed = new ArrayList<>(images.all());
        needed.addAll(ofTestcontainers(environment, Files.exists(Path.of("/.dockerenv"))));
        return needed.stream().filter(image -> !socket.get().provides(image)).findFirst()
                .map(image -> "the Docker engine has no image " + image + " and can't pull it").or(Engine::notHere);
    }

    /** Testcontainers' own images, unless it is told to do without. */
    static List<String> ofTestcontainers(Map<String, String> environment, boolean inContainer) {
        List<String> needed = new ArrayList<>();
        if (!Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED"))) {
            needed.add(REAPER);
        }
        if (inContainer && !environment.containsKey("TESTCONTAINERS_HOST_OVERRIDE")) {
            needed.add(GATEWAY_FINDER);
        }
        return needed;
    }

    private static Optional<String> notHere() {
        try {
            String host = DockerClientFactory.instance().dockerHostIpAddress();
            return LOOPBACK.contains(host)
                    ? Optional.empty()
                    : Optional.of("the Docker engine publishes ports on " + host + ", not on the loopback interface");
        } catch (RuntimeException unusable) {
            return Optional.of("Testcontainers can't use the Docker engine: " + unusable.getMessage());
        }
    }
}
