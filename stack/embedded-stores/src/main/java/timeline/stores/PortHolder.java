package timeline.stores;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The process that listens on a port, read from Linux's {@code /proc}; other systems tell nothing.
 *
 * @param command the command line, shortened
 */
public record PortHolder(long pid, String command) {
    private static final String LISTENING = "0A";
    private static final int SHORT = 80;

    /** Empty when nobody listens, or when the holder belongs to a user whose processes we may not look into. */
    public static Optional<PortHolder> of(int port) {
        List<String> sockets = new ArrayList<>();
        sockets.addAll(listening(Path.of("/proc/net/tcp"), port));
        sockets.addAll(listening(Path.of("/proc/net/tcp6"), port));
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses().filter(process -> holds(process.pid(), sockets)).findFirst()
                .map(process -> new PortHolder(process.pid(), commandOf(process)));
    }

    private static List<String> listening(Path table, int port) {
        try {
            String address = String.format(Locale.ROOT, ":%04X", port);
            return Files.readAllLines(table).stream().map(line -> line.trim().split("\\s+"))
                    .filter(columns -> columns.length > 9 && columns[1].endsWith(address)
                            && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[" + columns[9] + "]").toList();
        } catch (IOException noSuchTable) {
            return List.of();
        }
    }

    private static boolean holds(long pid, List<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static String commandOf(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        String line = info.commandLine().or(info::command).orElse("?");
        return line.length() <= SHORT ? line : line.substring(0, SHORT) + "...";
    }

    @Override
    public String toString() {
        return "process " + pid + " (" + command + ")";
    }
}
