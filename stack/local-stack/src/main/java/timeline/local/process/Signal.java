package timeline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A signal, by name, since numbers differ between systems. Sent with the shell's own {@code kill}, which every system has.
 *
 * @param name without {@code SIG} in front, in capitals, or a number
 */
public record Signal(String name) {
    public static final Signal TERM = new Signal("TERM");
    public static final Signal KILL = new Signal("KILL");
    public static final Signal STOP = new Signal("STOP");
    public static final Signal CONT = new Signal("CONT");

    private static final String SEND = "code=1; for pid; do kill -s \"$0\" \"$pid\" 2>/dev/null && code=0; done; exit $code";

    public Signal {
        if (!name.matches("[A-Z][A-Z0-9+-]*|[1-9][0-9]?")) {
            throw new IllegalArgumentException("there is no signal " + name);
        }
    }

    /**
     * A signal as users write it.
     *
     * @param text with or without {@code SIG} in front, in any case, or a number
     * @throws IllegalArgumentException when this system has no such signal
     */
    public static Signal parse(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        Signal signal = new Signal(upper.startsWith("SIG") ? upper.substring(3) : upper);
        // Signal 0 to oneself would prove nothing; the shell knows the names without sending anything.
        if (shell("trap - \"$0\"", signal.name, List.of()) != 0) {
            throw new IllegalArgumentException("there is no signal " + text);
        }
        return signal;
    }

    /** @return false when no process received it, because all have gone or belong to someone else */
    public boolean send(List<Long> pids) {
        return !pids.isEmpty() && shell(SEND, name, pids) == 0;
    }

    private static int shell(String script, String name, List<Long> pids) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, name));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start()
                    .waitFor();
        } catch (IOException noShell) {
            throw new UncheckedIOException("sh is needed to send signals", noShell);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
