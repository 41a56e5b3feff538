package timeline.stores;

import java.nio.file.Path;
import java.util.List;

/**
 * The size of a store that is written in Java, and what it is tuned for.
 *
 * @param heapMegabytes the largest heap
 * @param compilation how the JVM compiles
 */
public record Jvm(int heapMegabytes, Compilation compilation) {
    public Jvm {
        if (heapMegabytes < 64) {
            throw new IllegalArgumentException("a heap of " + heapMegabytes + " MB: no store runs in less than 64");
        }
    }

    /** Starting soon or running fast. */
    public enum Compilation {
        /** C1 only: ready in half the time, for tests and a small stack. */
        QUICK("-XX:TieredStopAtLevel=1"),
        /** C2 too: for benchmarks. */
        FULL("-XX:+TieredCompilation");

        private final String flag;

        Compilation(String flag) {
            this.flag = flag;
        }
    }

    /** The flags that all of them run with. */
    public List<String> flags() {
        return List.of("-Xmx" + heapMegabytes + "m", "-Xms64m", "-Xss512k", "-XX:+UseSerialGC", compilation.flag,
                // A store without memory must die and be seen dead, not linger.
                "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    /**
     * Tells a store where its log is, so that it can put it aside when it is full. As seen from its working directory: no character of a
     * path can then mean something to a pattern.
     */
    public static String ownLog(Path directory, Path log) {
        return "-Dtimeline.log=" + directory.toAbsolutePath().relativize(log.toAbsolutePath());
    }
}
