package timeline.testkit;

import java.util.List;
import java.util.Optional;

/**
 * A way to run real stores. Each start is of a new, empty store, and returns when it answers queries; the stores end with the JVM,
 * however that ends. Found by the service loader, first choice first.
 */
public interface StoreBackend {
    /** The value of {@code -Dtimeline.stores} that asks for it. */
    String name();

    /** Why it can't be used on this machine; empty when it can. */
    Optional<String> obstacle();

    StoreNode startPostgres();

    /** Six nodes that know nothing of each other yet. */
    List<StoreNode> startRedisNodes();

    /** A broker that is its own controller. */
    StoreNode startKafka();

    StoreNode startCassandra();
}
