package timeline.testkit;

import org.jspecify.annotations.Nullable;
import timeline.testkit.embedded.EmbeddedBackend;

/**
 * Real stores for integration tests: started when first asked for, once per JVM, empty, on ports and folders of their own, and
 * gone with the JVM. Tests keep out of each other's way by fresh databases, keyspaces and topic prefixes.
 */
public final class TestStores {
    private static @Nullable StoreBackend backend;
    private static @Nullable PostgresStore postgres;
    private static @Nullable RedisClusterStore redisCluster;
    private static @Nullable KafkaStore kafka;
    private static @Nullable CassandraStore cassandra;

    private TestStores() {
    }

    /** One PostgreSQL server. */
    public static synchronized PostgresStore postgres() {
        if (postgres == null) {
            postgres = new PostgresStore(backend().startPostgres());
        }
        return postgres;
    }

    /** A Redis Cluster of three primaries and three replicas. */
    public static synchronized RedisClusterStore redisCluster() {
        if (redisCluster == null) {
            redisCluster = new RedisClusterStore(backend().startRedisNodes());
        }
        return redisCluster;
    }

    /** One Kafka broker without topics; topics are created by whoever needs them. */
    public static synchronized KafkaStore kafka() {
        if (kafka == null) {
            kafka = new KafkaStore(backend().startKafka());
        }
        return kafka;
    }

    /** One Cassandra node. */
    public static synchronized CassandraStore cassandra() {
        if (cassandra == null) {
            cassandra = new CassandraStore(backend().startCassandra());
        }
        return cassandra;
    }

    private static StoreBackend backend() {
        if (backend == null) {
            backend = new EmbeddedBackend();
            System.out.println("timeline.stores: embedded");
        }
        return backend;
    }
}
