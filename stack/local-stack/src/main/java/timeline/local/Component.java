package timeline.local;

import java.util.OptionalInt;

/**
 * A box of the whiteboard that runs as one process (or container). Names are the same in both stacks, so that a drill reads
 * the same in both.
 *
 * @param name unique: {@code redis-1}, {@code tweet-service}, {@code tweet-service-2}
 * @param kind what it is an instance of: {@code redis}, {@code tweet-service}
 * @param port where its clients connect
 * @param managementPort where a service shows its health and metrics; empty for a store
 */
public record Component(String name, String kind, int port, OptionalInt managementPort) {
    /** Whether it is one of the five services, not a store. */
    public boolean isService() {
        return managementPort.isPresent();
    }
}
