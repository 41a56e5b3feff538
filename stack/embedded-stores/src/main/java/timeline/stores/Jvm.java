package timeline.stores;

import java.nio.file.Path;
import java.util.ArrayList;
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
        /**
         * C1 only, for tests and a small stack: ready in half the time. And after a fifth of the calls: what is run once for each request would
         * else be interpreted for its first 256, long after a warm-up.
         */
        QUICK("-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.2"),
        /** C2 too: for benchmarks. */
        FULL("-XX:+TieredCompilation");

        private final String flags;

        Compilation(String flags) {
            this.flags = flags;
        }

        public List<String> flags() {
            return List.of(flags.split(" ", -1));
        }
    }

    /** The flags that all of them run with. */
    public List<String> flags() {
        List<String> flags = new ArrayList<>(List.of("-Xmx" + heapMegabytes + "m", "-Xms64m", "-Xss512k",
                "-XX:+UseSerialGC",
                // A store without memory must die and be seen dead, not linger.
                "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        flags.addAll(compilation.flags());
        return flags;
    }

    /**
     * Tells a store where its log is, so that it can put it aside when it is full. As seen from its working directory: no character of a
     * path can then mean something to a pattern.
     */
    public static String ownLog(Path directory, Path log) {
        return "-Dtimeline.log=" + directory.toAbsolutePath().relativize(log.toAbsolutePath());
    }
}
