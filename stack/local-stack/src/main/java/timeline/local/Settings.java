package timeline.local;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What a stack is started with.
 *
 * @param ha two instances of each service
 * @param threshold the push threshold to set, in followers; empty leaves it as it is
 * @param portOffset added to every default port, so that a second stack can run beside the first one
 * @param ports ports of single components, by name, instead of the default
 * @param compiler how the JVMs of services and stores compile
 */
public record Settings(boolean ha, OptionalLong threshold, int portOffset, Map<String, Integer> ports,
        Compiler compiler) {
    public static final Settings DEFAULT = new Settings(false, OptionalLong.empty(), 0, Map.of());

    public Settings {
        ports = Map.copyOf(ports);
        if (portOffset < 0 || portOffset > 30_000) {
            throw new IllegalArgumentException("a port offset is between 0 and 30000, not " + portOffset);
        }
        if (threshold.isPresent() && threshold.getAsLong() < 0) {
            throw new IllegalArgumentException("a threshold is 0 or more followers, not " + threshold.getAsLong());
        }
    }

    /** With the quick compiler. */
    public Settings(boolean ha, OptionalLong threshold, int portOffset, Map<String, Integer> ports) {
        this(ha, threshold, portOffset, ports, Compiler.QUICK);
    }

    /** Starting soon or running fast. */
    public enum Compiler {
        /** The JVM's first tier alone: ready with less than half of the processor time, and less memory. */
        QUICK,
        /** All tiers: for benchmarks. */
        FULL
    }
}
