package timeline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where there is no {@code /proc} (macOS): {@code ps}, with the columns that POSIX and the BSDs share. */
final class PsCommand implements Processes {
    @Override
    public Optional<ProcessId> find(long pid) {
        return ps(List.of("state", "lstart"), List.of(pid)).lines().map(String::strip).filter(PsCommand::lives)
                .map(line -> line.split("\\s+", 2)).filter(fields -> fields.length == 2)
                .map(fields -> new ProcessId(pid, fields[1])).findFirst();
    }

    @Override
    public Optional<Vitals> vitals(ProcessId process) {
        List<Long> tree = tree(process);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        List<String[]> rows = ps(List.of("state", "rss"), tree).lines().map(line -> line.strip().split("\\s+", -1))
                .filter(row -> row.length == 2).toList();
        boolean paused = !rows.isEmpty() && rows.getFirst()[0].startsWith("T");
        long residentBytes = rows.stream().mapToLong(row -> Long.parseLong(row[1]) * 1024).sum();
        Duration cpu = tree.stream().map(ProcessHandle::of).flatMap(Optional::stream)
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        Duration uptime = ProcessHandle.of(process.pid()).flatMap(handle -> handle.info().startInstant())
                .map(start -> Duration.between(start, Instant.now())).orElse(Duration.ZERO);
        return Optional.of(new Vitals(paused, residentBytes, cpu, uptime));
    }

    private static boolean lives(String line) {
        return !line.isEmpty() && !line.startsWith("Z");
    }

    /** One line for each living process, the columns without a header. */
    private static String ps(List<String> columns, List<Long> pids) {
        List<String> command = new ArrayList<>(List.of("ps", "-p", pids.stream().map(String::valueOf)
                .collect(Collectors.joining(","))));
        // One -o for each: the text after "=" would be the column's header up to the end of the argument.
        columns.forEach(column -> command.addAll(List.of("-o", column + "=")));
        ProcessBuilder ps = new ProcessBuilder(command).redirectErrorStream(true);
        ps.environment().put("LC_ALL", "C");
        try {
            return new String(ps.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noPs) {
            throw new UncheckedIOException("ps is needed to look after processes", noPs);
        }
    }
}
