package timeline.local.embedded;

import java.util.ArrayList;
import java.util.List;
import timeline.local.Settings;
import timeline.local.Settings.Compiler;
import timeline.identity.Secrets;
import timeline.identity.Shares;
import timeline.stores.EmbeddedStore;
import timeline.stores.Installation;
import timeline.stores.Jvm;
import timeline.stores.Jvm.Compilation;
import timeline.stores.cassandra.CassandraNode;
import timeline.stores.kafka.KafkaBroker;
import timeline.stores.postgres.PostgresRole;
import timeline.stores.postgres.PostgresServer;
import timeline.stores.redis.RedisNode;
import timeline.stores.redis.RedisUsers;

/**
 * The nine stores of a stack. Two of them listen on a second port, which has a name of its own: {@code kafka-controller}, {@code
 * cassandra-storage}.
 */
final class Stores {
    private static final int REDIS_NODES = 6;
    private static final String REDIS_MEMORY = "256mb";

    private Stores() {
    }

    /** The JVM's part in a stack's compiler. */
    static Compilation compilation(Compiler compiler) {
        return switch (compiler) {
            case QUICK -> Compilation.QUICK;
            case FULL -> Compilation.FULL;
        };
    }

    static List<EmbeddedStore> of(Installation installation, StackFolder folder, Settings settings) {
        PortPlan ports = new PortPlan(settings);
        Compilation compilation = compilation(settings.compiler());
        List<EmbeddedStore> stores = new ArrayList<>();
        for (int number = 1; number <= REDIS_NODES; number++) {
            String name = "redis-" + number;
            stores.add(new RedisNode(installation, name, ports.of(name, 17_000 + number), folder.data(name),
                    folder.log(name),
                    REDIS_MEMORY, new RedisUsers(user -> redisPassword(folder, user))));
        }
        stores.add(new KafkaBroker(installation, ports.of("kafka", 19_092), ports.of("kafka-controller", 19_093),
                folder.data("kafka"),
                folder.log("kafka"), new Jvm(KafkaBroker.HEAP_MEGABYTES, compilation)));
        stores.add(new CassandraNode(installation, ports.of("cassandra", 19_042), ports.of("cassandra-storage", 17_000),
                folder.data("cassandra"), folder.log("cassandra"),
                new Jvm(CassandraNode.HEAP_MEGABYTES, compilation)));
        stores.add(new PostgresServer(installation, ports.of("postgres", 15_432), folder.data("postgres"),
                folder.log("postgres"), new PostgresRole(() -> password(folder), false)));
        return stores;
    }

    private static String redisPassword(StackFolder folder, String user) {
        return Secrets.in(folder.shares().of("redis")).text(Shares.redisPassword(user));
    }

    private static String password(StackFolder folder) {
        return Secrets.in(folder.shares().of("postgres")).text(Shares.POSTGRES_PASSWORD);
    }
}
