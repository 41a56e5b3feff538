package timeline.local.process;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory that new processes can have. */
public final class FreeMemory {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private FreeMemory() {
    }

    /** What is free or can be freed by dropping caches, within the container's limit if there is one. */
    public static long bytes() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long limitedFree = system.getFreeMemorySize();
        try (Stream<String> lines = Files.lines(MEMINFO)) {
            long available = kilobytes(lines, "MemAvailable:");
            // In a container the bean knows a smaller total than the machine's, and counts its caches as used.
            return system.getTotalMemorySize() < machineTotal() ? Math.min(available, limitedFree) : available;
        } catch (IOException notLinux) {
            return limitedFree;
        }
    }

    private static long machineTotal() throws IOException {
        try (Stream<String> lines = Files.lines(MEMINFO)) {
            return kilobytes(lines, "MemTotal:");
        }
    }

    private static long kilobytes(Stream<String> lines, String field) {
        return lines.filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst().orElse(Long.MAX_VALUE);
    }
}
