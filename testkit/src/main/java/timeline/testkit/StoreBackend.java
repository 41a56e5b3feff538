package timeline.testkit;

import java.util.List;

/** Starts stores, each call a new one, and returns when they answer queries. Ends them with the JVM, however that ends. */
public interface StoreBackend {
    StoreNode startPostgres();

    /** Six nodes that know nothing of each other yet. */
    List<StoreNode> startRedisNodes();

    /** A broker that is its own controller. */
    StoreNode startKafka();

    StoreNode startCassandra();
}
