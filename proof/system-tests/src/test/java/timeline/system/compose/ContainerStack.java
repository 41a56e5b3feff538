package timeline.system.compose;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import timeline.testkit.FreePorts;

/** The container stack under a name, a port and addresses of its own, so that it can be up beside another one. */
final class ContainerStack implements AutoCloseable {
    private final String project = "timeline-test-" + ProcessHandle.current().pid();
    private final int gatewayPort = FreePorts.next();
    private final Path folder;
    private Docker docker;

    /** @param folder where docker-compose.yml is */
    ContainerStack(Path folder) {
        this.folder = folder;
        this.docker = inNetwork("10.214.");
    }

    private Docker inNetwork(String network) {
        return new Docker(folder, Map.of("COMPOSE_PROJECT_NAME", project, "GATEWAY_PORT",
                Integer.toString(gatewayPort), "TIMELINE_NETWORK", network + ProcessHandle.current().pid() % 256));
    }

    /** From its next start on, which finds the old volumes, all addresses are others. */
    void moveToAnotherNetwork() {
        docker = inNetwork("10.215.");
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + gatewayPort);
    }

    int gatewayPort() {
        return gatewayPort;
    }

    void build() {
        compose("build");
    }

    /** Returns when every container is healthy; what is there already is kept. */
    void up() {
        try {
            compose("up", "--wait");
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + compose("ps", "--all") + compose("logs", "--tail", "40"),
                    failed);
        }
    }

    /** Stops all containers and keeps their volumes. */
    void down() {
        compose("down");
    }

    /** Ends a container as a power cut would. */
    void kill(String component) {
        compose("kill", component);
    }

    /** Starts a killed container again; does not wait until it is ready. */
    void start(String component) {
        compose("start", component);
    }

    /** Runs a shell command inside, and returns what it printed. */
    String shell(String component, String command) {
        return compose("exec", "--no-TTY", component, "sh", "-c", command).strip();
    }

    /** What is running now; the one-shot containers have ended. */
    List<Container> containers() {
        String[] ids = compose("ps", "--quiet").lines().toArray(String[]::new);
        return Container
                .of(docker.run(Stream.concat(Stream.of("docker", "inspect"), Stream.of(ids)).toArray(String[]::new)));
    }

    /** Memory in use, by container. */
    String memory() {
        String[] ids = compose("ps", "--quiet").lines().toArray(String[]::new);
        return docker
                .run(Stream.concat(Stream.of("docker", "stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}"),
                        Stream.of(ids)).toArray(String[]::new));
    }

    /** Removes everything that it ever made but the images. */
    @Override
    public void close() {
        compose("down", "--volumes", "--remove-orphans");
    }

    private String compose(String... arguments) {
        return docker.run(Stream.concat(Stream.of("docker", "compose", "--progress", "quiet"), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
