package timeline.stores.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import timeline.stores.StoreFailedException;

/** Creates the data folder and the database, with no server running. */
record PostgresCreation(Path binaries, PostgresUser user) {
    void create(Path data) throws IOException {
        user.own(data);
        // The C locale: the same order of text on every machine. Checksums are initdb's default.
        run("", "bin/initdb", "-D", data.toString(), "-U", PostgresServer.USER, "-A", "trust", "-E", "UTF8",
                "--locale=C", "--no-instructions");
        run("CREATE DATABASE " + PostgresServer.DATABASE + ";\n", "bin/postgres", "--single", "-D", data.toString(),
                "postgres");
    }

    private void run(String input, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(binaries.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new StoreFailedException(program + " failed: " + output.strip());
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StoreFailedException(program + " was interrupted", interrupted);
        }
    }
}
