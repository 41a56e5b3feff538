package timeline.system.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The {@code docker} command. */
final class Docker {
    private final Path folder;
    private final Map<String, String> environment;

    Docker(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Whether an engine answers, and Compose v2 with it. */
    static boolean answers() {
        Docker docker = new Docker(Path.of("."), Map.of());
        return docker.tries("docker", "info") && docker.tries("docker", "compose", "version");
    }

    boolean tries(String... line) {
        try {
            return start(List.of(line)).waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /**
     * Runs a command, and returns what it printed.
     *
     * @throws AssertionError with all of that when it fails
     */
    String run(String... line) {
        try {
            Process process = start(List.of(line));
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", line) + " failed:\n" + output);
            }
            return output;
        } catch (IOException broken) {
            throw new AssertionError(String.join(" ", line) + " can't be run", broken);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private Process start(List<String> line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", cause);
    }
}
