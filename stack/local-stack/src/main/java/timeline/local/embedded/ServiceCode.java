package timeline.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import timeline.local.Settings.Compiler;
import timeline.local.StackException;
import timeline.stores.Folders;
import timeline.stores.Surroundings;

/**
 * The services' code: each jar is unpacked into a folder of its own for each build, which starts with half of the processor time
 * of a jar of jars, and which the next build does not pull away from under a running service.
 *
 * @param root the repository, with the built jars
 * @param unpacked where they are unpacked to
 * @param java the JVM's executable
 */
record ServiceCode(Path root, Path unpacked, Path java, Compiler compiler) {
    private static final List<String> FLAGS = List.of("--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-Xms64m", "-Xmx192m", "-Xss512k",
            // A service without memory must die and be seen dead, not linger.
            "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData");

    /** Changes with every build of the service, and with the JVM's options. */
    String version(String service) {
        Path jar = jar(service);
        try {
            return Long.toString(Files.size(jar), 36) + "-"
                    + Long.toString(Files.getLastModifiedTime(jar).toMillis(), 36) + "-"
                    + Integer.toHexString(flags().hashCode());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't read " + jar, unreadable);
        }
    }

    /** The command line of a service; unpacks its jar if need be. */
    List<String> command(String service, Surroundings surroundings) throws IOException {
        Path jar = jar(service);
        Path folder = Folders.shareOnce(unpacked.resolve(service).resolve(version(service)),
                fresh -> unpack(jar, fresh));
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(surroundings.flags());
        command.addAll(flags());
        command.addAll(List.of("-jar", folder.resolve(jar.getFileName()).toString()));
        return command;
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(Stores.compilation(compiler).flags());
        Optional.ofNullable(System.getenv("TIMELINE_JAVA_OPTIONS")).filter(more -> !more.isBlank())
                .ifPresent(more -> flags.addAll(Arrays.asList(more.strip().split("\\s+", -1))));
        return flags;
    }

    private void unpack(Path jar, Path into) throws IOException {
        // Spring Boot's own tool, which every repackaged jar carries.
        Process tool = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m",
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", into.toString())
                .redirectInput(Redirect.from(new java.io.File("/dev/null"))).redirectErrorStream(true).start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new StackException(jar + " can't be unpacked: " + output.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking " + jar, interrupted);
        }
    }

    private Path jar(String service) {
        Path target = root.resolve(service).resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                Optional<Path> jar = files
                        .filter(file -> file.getFileName().toString().matches(service + "-[0-9.]+(-SNAPSHOT)?\\.jar"))
                        .findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("can't read " + target, unreadable);
            }
        }
        throw new StackException(service + " is not built: there is no jar in " + target + "; ./timeline up builds it");
    }
}
