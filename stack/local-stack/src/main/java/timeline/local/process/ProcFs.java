package timeline.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Linux: everything is read from {@code /proc}, without starting a process of its own. */
final class ProcFs implements Processes {
    private static final Path PROC = Path.of("/proc");
    /** The unit of times in {@code /proc/PID/stat}: USER_HZ, which the kernel fixes at 100 for user space. */
    private static final long TICKS_PER_SECOND = 100;
    private static final long PAGE_BYTES = Memory.pageBytes();

    private final String boot = read(PROC.resolve("sys/kernel/random/boot_id")).orElse("this boot").strip();

    @Override
    public Optional<ProcessId> find(long pid) {
        return stat(pid).map(stat -> new ProcessId(pid, birth(stat)));
    }

    @Override
    public Optional<Vitals> vitals(ProcessId process) {
        Optional<Stat> root = stat(process.pid()).filter(stat -> birth(stat).equals(process.birth()));
        return root.map(stat -> vitals(process, stat));
    }

    private Vitals vitals(ProcessId process, Stat root) {
        long ticks = root.ticksOfEndedChildren();
        long ownPages = 0;
        long sharedPages = 0;
        for (long pid : tree(process)) {
            ticks += stat(pid).map(Stat::ticks).orElse(0L);
            Memory memory = read(PROC.resolve(pid + "/statm")).map(Memory::parse).orElse(Memory.NONE);
            ownPages += memory.residentPages() - memory.sharedPages();
            sharedPages = Math.max(sharedPages, memory.sharedPages());
        }
        Duration uptime = sinceBoot().minus(duration(root.birthTicks()));
        return new Vitals(root.paused(), (ownPages + sharedPages) * PAGE_BYTES, duration(ticks),
                uptime.isNegative() ? Duration.ZERO : uptime);
    }

    /** The same words as {@code launch.sh} writes into the registry. */
    private String birth(Stat stat) {
        return boot + "+" + stat.birthTicks();
    }

    private static Optional<Stat> stat(long pid) {
        return read(PROC.resolve(pid + "/stat")).map(Stat::parse).filter(Stat::lives);
    }

    private static Duration sinceBoot() {
        String uptime = read(PROC.resolve("uptime")).orElse("0").split(" ", 2)[0];
        return Duration.ofMillis(Math.round(Double.parseDouble(uptime) * 1000));
    }

    private static Duration duration(long ticks) {
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** {@code /proc/PID/stat}, see proc(5). */
    private record Stat(char state, long threads, long ticks, long ticksOfEndedChildren, long birthTicks) {
        static Stat parse(String line) {
            // The command's name, in parentheses, may itself hold blanks and parentheses: count from the last one on.
            List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1));
            return new Stat(fields.getFirst().charAt(0), number(fields, 17), number(fields, 11) + number(fields, 12),
                    number(fields, 13) + number(fields, 14), number(fields, 19));
        }

        boolean lives() {
            // While the other threads of a killed process are still ending, its first one is a zombie already: until the last
            // one has gone, it holds its ports and files.
            return state != 'X' && (state != 'Z' || threads > 1);
        }

        boolean paused() {
            return state == 'T';
        }

        private static long number(List<String> fields, int index) {
            return Long.parseLong(fields.get(index));
        }
    }

    /** {@code /proc/PID/statm}, in pages. */
    private record Memory(long residentPages, long sharedPages) {
        static final Memory NONE = new Memory(0, 0);

        static Memory parse(String line) {
            String[] fields = line.strip().split(" ", -1);
            return new Memory(Long.parseLong(fields[1]), Long.parseLong(fields[2]));
        }

        /** The kernel reports this process's own memory in pages and in KiB: their ratio is the size of a page. */
        static long pageBytes() {
            long pages = read(PROC.resolve("self/statm")).map(Memory::parse).orElse(NONE).residentPages();
            long bytes = read(PROC.resolve("self/status")).orElse("").lines().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElse(0);
            return pages > 0 && bytes > 0 ? Long.highestOneBit(Math.max(1, (bytes + bytes / 2) / pages)) : 4096;
        }
    }
}
