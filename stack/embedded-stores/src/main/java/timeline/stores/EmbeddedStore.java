package timeline.stores;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How one store process is prepared, launched, probed and stopped. Holds no process: the same description serves a launcher
 * that ends at once and leaves the store running, and a test that owns it.
 *
 * <p>The data in {@link #directory()} outlives the process, however it ends: a store launched again on the same directory has
 * every write that it acknowledged (G1).
 */
public interface EmbeddedStore {
    /** The component's name, the same in every stack: {@code redis-1}, {@code kafka}, {@code cassandra}, {@code postgres}. */
    String name();

    /** The loopback port that clients connect to. */
    int port();

    /** Every loopback port that the process listens on, the clients' first. */
    List<Integer> ports();

    /** Everything that the store keeps; deleting it, while the store is down, is a fresh start. */
    Path directory();

    /** Where the process's output is appended. */
    Path log();

    /**
     * Makes the directory fit for a launch: unpacks the binaries, creates the data the first time, begins again after a creation
     * that was cut short, removes what a killed process left behind. Idempotent; leaves existing data alone.
     *
     * @throws StoreFailedException when it can't, with a reason for the user
     */
    Launch prepare() throws IOException;

    /** Whether the store answers a real query now; at most two seconds. Never throws: a store that is down is not ready. */
    boolean isReady();

    /** Changes with those settings that a running store does not take over from {@link #prepare}; empty where there are none. */
    default String settingsVersion() {
        return "";
    }

    /** Asks for an orderly stop that does not wait for clients to leave. */
    default Signal stopSignal() {
        return Signal.TERM;
    }
}
