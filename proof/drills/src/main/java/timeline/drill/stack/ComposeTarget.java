package timeline.drill.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.id.UserId;
import timeline.local.http.PullSet.Place;

/** The container stack, through {@code docker compose} in the folder of its file. */
public final class ComposeTarget implements Target {
    /** As the operator, whose password is in the container; the arguments follow. */
    private static final String REDIS = "REDISCLI_AUTH=$(cat /secrets/redis.operator.password) exec redis-cli --user operator"
            + " --no-auth-warning \"$@\"";

    /** They print what they do, and nothing else. */
    private static final Set<String> QUIET = Set.of("kill", "stop", "pause", "unpause");

    /** What has no probe is taken for well. */
    private static final Set<String> HEALTHY = Set.of("healthy", "");
    private static final Duration WELL_AGAIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Path folder;
    private final List<URI> published;

    /** @param published where the gateways are reached, the first one first, whether or not there are so many */
    public ComposeTarget(Path folder, List<URI> published) {
        this.folder = folder;
        this.published = List.copyOf(published);
    }

    @Override
    public List<URI> gateways() {
        return published.subList(0, Math.clamp(instances("gateway").size(), 1, published.size()));
    }

    @Override
    public List<String> instances(String service) {
        return compose("ps", "--all", "--services").lines()
                .filter(name -> name.equals(service) || name.matches(service + "-[0-9]+")).sorted().toList();
    }

    @Override
    public void kill(String component) {
        compose("kill", component);
    }

    @Override
    public void stop(String component) {
        compose("stop", "--timeout", "20", component);
    }

    @Override
    public void pause(String component) {
        compose("pause", component);
    }

    /** Its probes may have failed while it was frozen, so that it counts as ill until the next one: Compose would give it up at once. */
    @Override
    public void unpause(String component) {
        compose("unpause", component);
        awaitHealthy(component);
    }

    private void awaitHealthy(String component) {
        String container = container(component);
        long begun = System.nanoTime();
        while (!HEALTHY.contains(inspect(container, "{{if .State.Health}}{{.State.Health.Status}}{{end}}"))) {
            if (System.nanoTime() - begun > WELL_AGAIN.toNanos()) {
                throw new DrillException(component + " does not become healthy again within " + WELL_AGAIN.toSeconds()
                        + " s of being mended");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public Optional<String> whyLinksStayWhole() {
        return PacketRules.whyNot();
    }

    @Override
    public void link(String component, Link link) {
        whyLinksStayWhole().ifPresent(why -> {
            throw new DrillException("the link of " + component + " stays as it is: " + why);
        });
        String container = container(component);
        PacketRules.making(link).forEach(rule -> inNetworkOf(container, rule));
        if (link == Link.WHOLE) {
            awaitHealthy(component);
        }
    }

    /** By the network's file, not by a process's number, which on another machine than the engine's is somebody else's. */
    private String inNetworkOf(String container, List<String> command) {
        String network = inspect(container, "{{.NetworkSettings.SandboxKey}}");
        return run(Stream.concat(Stream.of("nsenter", "--net=" + network), command.stream()).toList(), false);
    }

    @Override
    public String startingTwoOfEach() {
        return "docker compose --profile ha up --wait";
    }

    @Override
    public void start(List<String> components) {
        startAll(components);
    }

    @Override
    public void startAll(List<String> components) {
        List<String> line = new ArrayList<>(List.of("up", "--detach", "--no-deps", "--wait"));
        line.addAll(components);
        compose(line.toArray(String[]::new));
    }

    @Override
    public Map<String, String> processes() {
        List<String> line = new ArrayList<>(List.of("docker", "inspect", "--format",
                "{{index .Config.Labels \"com.docker.compose.service\"}} {{.Id}} {{.State.StartedAt}}"));
        line.addAll(compose("ps", "--status", "running", "--quiet").lines().toList());
        return run(line, false).lines().map(text -> text.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    @Override
    public State state(String component) {
        return compose("ps", "--all", "--format", "{{.Service}} {{.State}} {{.ID}}").lines()
                .map(line -> line.split(" ", 3)).filter(words -> words[0].equals(component))
                .map(words -> words[1].equals("running") ? reached(words[2]) : stateOf(words[1])).findFirst()
                .orElse(State.GONE);
    }

    private State reached(String container) {
        if (whyLinksStayWhole().isPresent()) {
            return State.RUNNING;
        }
        try {
            return PacketRules.state(inNetworkOf(container, PacketRules.LISTING));
        } catch (DrillException ended) {
            // Meanwhile, and its network with it.
            return State.SILENT;
        }
    }

    /** Docker's word for it, of one that does not run. */
    private static State stateOf(String word) {
        return switch (word) {
            case "paused" -> State.FROZEN;
            case "restarting", "created" -> State.SILENT;
            default -> State.GONE;
        };
    }

    @Override
    public long threshold() {
        throw unreachable();
    }

    @Override
    public void threshold(long followers) {
        throw unreachable();
    }

    @Override
    public Place place(UserId author) {
        throw unreachable();
    }

    private static DrillException unreachable() {
        return new DrillException("it has to ask the follow-service behind the gateway, which the containers let "
                + "nobody reach; use the embedded stack");
    }

    @Override
    public String redis(String component, String... command) {
        List<String> line = new ArrayList<>(List.of("exec", "--no-TTY", component, "sh", "-c", REDIS, "sh"));
        line.addAll(List.of(command));
        return compose(line.toArray(String[]::new)).strip();
    }

    private String container(String component) {
        return compose("ps", "--all", "--quiet", component).strip();
    }

    private String inspect(String container, String format) {
        return run(List.of("docker", "inspect", "--format", format, container), false).strip();
    }

    private String compose(String... arguments) {
        // Second and third instances belong to profiles, without which Compose does not know their names.
        List<String> line = new ArrayList<>(List.of("docker", "compose", "--profile", "ha", "--profile", "ha3"));
        line.addAll(List.of(arguments));
        return run(line, QUIET.contains(arguments[0]));
    }

    /** @param merged whether what it says on the side counts as output */
    private String run(List<String> line, boolean merged) {
        try {
            Process process = new ProcessBuilder(line).directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.PIPE).redirectErrorStream(merged)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new DrillException(String.join(" ", line) + " failed: " + output + complaint);
            }
            return output;
        } catch (IOException missing) {
            throw new DrillException("docker can't be run: is Docker installed?", missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted", interrupted);
        }
    }
}
