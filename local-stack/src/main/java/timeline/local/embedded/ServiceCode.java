package timeline.local.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import timeline.local.StackException;

/**
 * The services' jars and the JVM's options for them.
 *
 * @param root the repository
 * @param java the JVM's executable
 */
record ServiceCode(Path root, Path java) {
    private static final List<String> FLAGS = List.of("--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-Xms64m", "-Xmx192m", "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError", "-Dspring.main.banner-mode=off");

    /** The command line of a service. */
    List<String> command(String service) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        String more = System.getenv("TIMELINE_JAVA_OPTIONS");
        if (more != null && !more.isBlank()) {
            command.addAll(Arrays.asList(more.strip().split("\\s+", -1)));
        }
        command.addAll(List.of("-jar", jar(service).toString()));
        return command;
    }

    private Path jar(String service) throws IOException {
        Path target = root.resolve(service).resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, service + "-*.jar")) {
                for (Path jar : jars) {
                    if (!jar.toString().matches(".*-(tests|sources|javadoc)\\.jar")) {
                        return jar;
                    }
                }
            }
        }
        throw new StackException(service + " is not built: there is no jar in " + target);
    }
}
