package timeline.testkit.embedded;

import timeline.testkit.RedisClusterStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import timeline.stores.EmbeddedStore;
import timeline.stores.Installation;
import timeline.stores.Jvm;
import timeline.stores.cassandra.CassandraNode;
import timeline.stores.kafka.KafkaBroker;
import timeline.stores.postgres.PostgresRole;
import timeline.stores.postgres.PostgresServer;
import timeline.stores.redis.RedisNode;
import timeline.testkit.FreePorts;
import timeline.testkit.PostgresStore;
import timeline.testkit.StoreBackend;
import timeline.testkit.StoreNode;

/** The embedded stores, in a temporary folder. */
public final class EmbeddedBackend implements StoreBackend {
    private @Nullable Reaper reaper;

    @Override
    public String name() {
        return "embedded";
    }

    /** They run everywhere where the project builds. */
    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public StoreNode startPostgres() {
        return start(new PostgresServer(Installation.fromSystemProperty(), FreePorts.next(), folder("postgres"),
                log("postgres"), new PostgresRole(() -> PostgresStore.PASSWORD, true)));
    }

    @Override
    public List<StoreNode> startRedisNodes() {
        List<EmbeddedNode> nodes = IntStream.rangeClosed(1, 6).mapToObj(i -> "redis-" + i).map(name -> {
            RedisNode store = new RedisNode(Installation.fromSystemProperty(), name, FreePorts.nextForRedis(),
                    folder(name), log(name),
                    "64mb", RedisClusterStore.USERS);
            return new EmbeddedNode(store, reaper());
        }).toList();
        nodes.forEach(EmbeddedNode::launch);
        nodes.forEach(EmbeddedNode::awaitReady);
        return List.copyOf(nodes);
    }

    @Override
    public StoreNode startKafka() {
        Jvm jvm = new Jvm(KafkaBroker.HEAP_MEGABYTES, Jvm.Compilation.QUICK);
        return start(
                new KafkaBroker(Installation.fromSystemProperty(), FreePorts.next(), FreePorts.next(), folder("kafka"),
                        log("kafka"), jvm));
    }

    @Override
    public StoreNode startCassandra() {
        Jvm jvm = new Jvm(CassandraNode.HEAP_MEGABYTES, Jvm.Compilation.QUICK);
        return start(new CassandraNode(Installation.fromSystemProperty(), FreePorts.next(), FreePorts.next(),
                folder("cassandra"),
                log("cassandra"), jvm));
    }

    private EmbeddedNode start(EmbeddedStore store) {
        EmbeddedNode node = new EmbeddedNode(store, reaper());
        node.start();
        return node;
    }

    private Path folder(String name) {
        return reaper().folder().resolve(name);
    }

    private Path log(String name) {
        return reaper().folder().resolve(name + ".log");
    }

    private synchronized Reaper reaper() {
        if (reaper == null) {
            reaper = Reaper.start();
        }
        return reaper;
    }
}
