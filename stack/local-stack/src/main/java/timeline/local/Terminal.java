package timeline.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Where a command talks to its user: results to the standard output, progress and complaints to the standard error, so that
 * {@code ./timeline ps --json | jq} sees the result alone. Safe for several threads: a line is never torn.
 */
public final class Terminal {
    private final PrintStream results;
    private final PrintStream remarks;
    private final LongSupplier nanoTime;
    private final long born;

    /** @param nanoTime a clock that only goes forward, in nanoseconds */
    public Terminal(PrintStream results, PrintStream remarks, LongSupplier nanoTime) {
        this.results = results;
        this.remarks = remarks;
        this.nanoTime = nanoTime;
        this.born = nanoTime.getAsLong();
    }

    /** Prints a line of the command's result. */
    public void say(String line) {
        print(results, line);
    }

    /** Prints a remark on the way, which is not part of the result. */
    public void note(String line) {
        print(remarks, line);
    }

    /** Prints a remark with the seconds since the command began in front. */
    public void progress(String line) {
        note(String.format(Locale.ROOT, "%6.1f s  %s", elapsed().toMillis() / 1000.0, line));
    }

    /** For a result that is bytes, not lines. */
    public OutputStream raw() {
        return results;
    }

    /** How long the command has been running. */
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - born);
    }

    private static void print(PrintStream stream, String line) {
        stream.println(line);
        stream.flush();
    }
}
