package timeline.testkit.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Ends this JVM's stores and deletes their folder when the JVM ends, however it ends: a shell reads a pipe from the JVM, and when
 * the pipe breaks it kills what it was told to watch. A shutdown hook alone would leave everything behind after SIGKILL, which is
 * how a build tool ends a test that hangs.
 */
final class Reaper implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            watched=
            while read -r what pid; do
              case $what in
                watch) watched="$watched $pid" ;;
                forget) left=; for p in $watched; do [ "$p" = "$pid" ] || left="$left $p"; done; watched=$left ;;
              esac
            done
            for p in $watched; do kill -KILL "$p"; done
            rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }
            """;

    private final OutputStream pipe;
    private final Path folder;

    private Reaper(OutputStream pipe, Path folder) {
        this.pipe = pipe;
        this.folder = folder;
    }

    static Reaper start() {
        try {
            Path folder = Files.createTempDirectory("timeline-test-" + ProcessHandle.current().pid() + "-");
            // PostgreSQL, which is not root when we are, must be able to enter.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Process shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "reaper", folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Reaper(shell.getOutputStream(), folder);
        } catch (IOException noShell) {
            throw new UncheckedIOException(noShell);
        }
    }

    /** Deleted with everything in it when the JVM ends. */
    Path folder() {
        return folder;
    }

    void watch(long pid) {
        tell("watch " + pid);
    }

    /** To be called as soon as the process is gone: its number will be another's one day. */
    void forget(long pid) {
        tell("forget " + pid);
    }

    private synchronized void tell(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException("the reaper of test stores is gone", broken);
        }
    }

    /** Ends everything now; the JVM's end does the same. */
    @Override
    public synchronized void close() {
        try {
            pipe.close();
        } catch (IOException closedAlready) {
            throw new UncheckedIOException(closedAlready);
        }
    }
}
