package timeline.drill.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import timeline.id.UserId;
import timeline.local.http.PullSet.Place;

/** The container stack, through {@code docker compose} in the folder of its file. */
public final class ComposeTarget implements Target {
    /** As the operator, whose password is in the container; the arguments follow. */
    private static final String REDIS = "REDISCLI_AUTH=$(cat /secrets/redis.operator.password) exec redis-cli --user operator"
            + " --no-auth-warning \"$@\"";

    private final Path folder;
    private final URI gateway;

    public ComposeTarget(Path folder, URI gateway) {
        this.folder = folder;
        this.gateway = gateway;
    }

    @Override
    public URI gateway() {
        return gateway;
    }

    @Override
    public void kill(String component) {
        compose("kill", component);
    }

    @Override
    public void start(String component) {
        compose("up", "--detach", "--no-deps", "--wait", component);
    }

    @Override
    public boolean isRunning(String component) {
        return compose("ps", "--status", "running", "--services").lines().anyMatch(component::equals);
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

    private String compose(String... arguments) {
        List<String> line = new ArrayList<>(List.of("docker", "compose"));
        line.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(line).directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.PIPE).redirectErrorStream(arguments[0].equals("kill"))
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new DrillException(String.join(" ", line) + " failed: " + output + complaint);
            }
            return output;
        } catch (IOException missing) {
            throw new DrillException("docker compose can't be run: is Docker installed?", missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted", interrupted);
        }
    }
}
