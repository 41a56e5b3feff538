package timeline.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A copy of the launcher in a folder that looks like a built repository, with a JDK that tells what it is asked to run instead of
 * running it, and a Maven that tells that it was asked to build.
 */
final class Checkout {
    static final String BUILDS = "Maven builds";

    private static final List<String> SERVICES = List.of("gateway", "tweet-service", "fanout-service", "follow-service",
            "timeline-service");

    private final Path root;
    private final Path tools;
    private final Map<String, String> environment = new HashMap<>();
    private final Instant lastBuild = Instant.now().minusSeconds(3_600);

    private Checkout(Path root, Path tools) {
        this.root = root;
        this.tools = tools;
    }

    /** @param tools a folder for the JDK and Maven */
    static Checkout in(Path root, Path tools) throws IOException {
        Checkout checkout = new Checkout(Files.createDirectories(root).toRealPath(),
                Files.createDirectories(tools).toRealPath());
        checkout.lay();
        return checkout;
    }

    private void lay() throws IOException {
        Files.copy(Path.of(System.getProperty("timeline.root", "../.."), "timeline"), root.resolve("timeline"));
        write(root.resolve("pom.xml"), "");
        write(root.resolve("README.md"), "");
        write(root.resolve("gateway/src/main/java/Gateway.java"), "");
        for (String service : SERVICES) {
            write(root.resolve(service).resolve("pom.xml"), "");
            write(root.resolve(service).resolve("target/" + service + "-1.0.jar"), "");
        }
        // What it is asked about names of files is answered by a real one.
        executable("jdk/bin/java", """
                case "$*" in *-XshowSettings*) exec "$REAL_JAVA" "$@" ;; esac
                printf '%s\\n' "LC_ALL=${LC_ALL:-}" "$@"
                """);
        executable("jdk/bin/javac", "exit 1\n");
        write(tools.resolve("jdk/release"), "JAVA_VERSION=\"" + Runtime.version().feature() + "\"\n");
        executable("bin/mvn", "case $1 in -v) echo 'Apache Maven 3.9.9' ;; *) echo '[ERROR] " + BUILDS
                + "'; exit 1 ;; esac\n");
        builtAnHourAgo(root.resolve(".timeline"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Puts a program into the tools' folder. */
    void executable(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        write(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Makes a folder of state say that everything was built, after what is in the checkout was written. */
    void builtAnHourAgo(Path state) throws IOException {
        write(state.resolve("built"), "");
        write(root.resolve("stack/command-line/target/cli/command-line.jar"), "");
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(lastBuild.minusSeconds(3_600)));
            }
        }
        Files.setLastModifiedTime(state.resolve("built"), FileTime.from(lastBuild));
    }

    Path root() {
        return root;
    }

    Path launcher() {
        return root.resolve("timeline");
    }

    Checkout with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What came out, and how it ended. */
    record Answer(int code, List<String> lines) {
        /** The value of a system property that the program would have got. */
        String property(String name) {
            return lines.stream().filter(line -> line.startsWith("-D" + name + "="))
                    .map(line -> line.substring(name.length() + 3)).findFirst().orElse("");
        }

        boolean builds() {
            return lines.contains("[ERROR] " + BUILDS);
        }
    }

    /** Runs a command in a folder. */
    Answer run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.remove("TIMELINE_HOME");
        variables.put("JAVA_HOME", tools.resolve("jdk").toString());
        variables.put("REAL_JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
        variables.put("PATH", tools.resolve("bin") + ":" + System.getenv("PATH"));
        variables.put("HOME", tools.toString());
        variables.putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Answer(process.waitFor(), output.lines().toList());
    }

    /** Runs the launcher by its whole path. */
    Answer timeline(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", launcher().toString()));
        command.addAll(List.of(arguments));
        return run(root, command.toArray(String[]::new));
    }
}
