package timeline.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Real stores for integration tests: started when first asked for, once per JVM, empty, on ports and folders of their own, and
 * gone with the JVM, however it ends. Containers where a Docker engine answers, embedded processes where none does;
 * {@code -Dtimeline.stores=embedded|containers} decides otherwise. Tests keep out of each other's way by fresh databases,
 * keyspaces, topic names, or a flushed cache.
 */
public final class TestStores {
    private static final Lazy<StoreBackend> BACKEND = new Lazy<>(StoreChoice::choose);
    private static final Lazy<PostgresStore> POSTGRES = new Lazy<>(() -> new PostgresStore(backend().startPostgres()));
    private static final Lazy<RedisClusterStore> REDIS = new Lazy<>(
            () -> new RedisClusterStore(backend().startRedisNodes()));
    private static final Lazy<KafkaStore> KAFKA = new Lazy<>(() -> new KafkaStore(backend().startKafka()));
    private static final Lazy<CassandraStore> CASSANDRA = new Lazy<>(
            () -> new CassandraStore(backend().startCassandra()));

    private TestStores() {
    }

    /** One PostgreSQL server. */
    public static PostgresStore postgres() {
        return POSTGRES.get();
    }

    /** A Redis Cluster of three primaries and three replicas. */
    public static RedisClusterStore redisCluster() {
        return REDIS.get();
    }

    /** One Kafka broker without topics; topics are created by whoever needs them. */
    public static KafkaStore kafka() {
        return KAFKA.get();
    }

    /** One Cassandra node. */
    public static CassandraStore cassandra() {
        return CASSANDRA.get();
    }

    /**
     * Starts several at the same time, for tests that need more than one:
     * {@code TestStores.together(TestStores::kafka, TestStores::cassandra)}.
     */
    public static void together(Runnable... stores) {
        // Not the common pool: on a small machine it would start them one after the other.
        CompletableFuture
                .allOf(Stream.of(stores).map(store -> CompletableFuture.runAsync(store, Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static StoreBackend backend() {
        return BACKEND.get();
    }
}
