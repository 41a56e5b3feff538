package timeline.stores;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A command ready to be run. The process that it becomes is the store itself, never a wrapper: its pid is the one to signal.
 *
 * @param environment added to the launcher's own environment
 * @param directory exists
 * @param log receives standard output and standard error, appended
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory, Path log) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same launch through a command that replaces itself, such as {@code setsid}. */
    public Launch through(String... prefix) {
        List<String> longer = Stream.concat(Stream.of(prefix), command.stream()).toList();
        return new Launch(longer, environment, directory, log);
    }

    public ProcessBuilder toProcessBuilder() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectInput(new File("/dev/null")).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder;
    }
}
