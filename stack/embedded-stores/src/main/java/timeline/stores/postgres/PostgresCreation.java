package timeline.stores.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import timeline.stores.Folders;
import timeline.stores.StoreFailedException;

/** Creates the data folder, the role and its database, with no server running. */
record PostgresCreation(Path binaries, PostgresUser user) {
    private static final String SUPERUSER = "postgres";

    /** Beside the data, which belong to the server: tells whether the role has the password that it should have. */
    private static final String MARK = "role";

    void create(Path data, PostgresRole role) throws IOException {
        user.own(data);
        // The C locale: the same order of text on every machine. Checksums are initdb's default.
        run("", "bin/initdb", "-D", data.toString(), "-U", SUPERUSER, "-A", "reject", "-E", "UTF8", "--locale=C",
                "--no-instructions");
        Files.writeString(data.resolve("pg_hba.conf"), role.access());
        // By standard input, since anybody can read a process's arguments.
        superuser(data, role.statement("CREATE"),
                "CREATE DATABASE " + PostgresServer.DATABASE + " OWNER " + PostgresRole.NAME);
        mark(data, role);
    }

    /** Gives the role its new password, if there is one. */
    void change(Path data, PostgresRole role) throws IOException {
        Path mark = data.resolveSibling(MARK);
        if (!Files.exists(mark)) {
            throw new StoreFailedException("the data in " + data + " are of an older stack, whose PostgreSQL trusts"
                    + " everybody: delete them (./timeline down --volumes)");
        }
        if (!Files.readString(mark).equals(digest(role))) {
            superuser(data, role.statement("ALTER"));
            mark(data, role);
        }
    }

    private void superuser(Path data, String... statements) throws IOException {
        run(String.join(";\n", statements) + ";\n", "bin/postgres", "--single", "-D", data.toString(), SUPERUSER);
    }

    private static void mark(Path data, PostgresRole role) throws IOException {
        Folders.writePrivately(data.resolveSibling(MARK), digest(role));
    }

    private static String digest(PostgresRole role) {
        try {
            byte[] text = role.statement("ALTER").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
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
