package timeline.testkit.containers;

import timeline.testkit.RedisClusterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import timeline.stores.cassandra.CassandraNode;
import timeline.stores.kafka.KafkaBroker;
import timeline.stores.kafka.KafkaSettings;
import timeline.stores.postgres.PostgresRole;
import timeline.stores.postgres.PostgresServer;
import timeline.stores.redis.RedisNode;
import timeline.testkit.FreePorts;
import timeline.testkit.PostgresStore;
import timeline.testkit.StoreBackend;
import timeline.testkit.StoreNode;

/**
 * The stores' official images. Every server has the same port inside and outside its container, and keeps it over a restart: the
 * addresses that Kafka and Redis Cluster tell their clients are right on both sides.
 */
public final class ContainerBackend implements StoreBackend {
    private final Images images = Images.pinned();

    private boolean swept;

    @Override
    public String name() {
        return "containers";
    }

    @Override
    public Optional<String> obstacle() {
        return Engine.obstacle(images);
    }

    @Override
    public StoreNode startPostgres() {
        int port = FreePorts.next();
        String role = new PostgresRole(() -> PostgresStore.PASSWORD, true).statement("CREATE") + ";\nCREATE DATABASE "
                + PostgresServer.DATABASE + " OWNER " + PostgresRole.NAME + ";\n";
        GenericContainer<?> container = container(images.postgres(), port)
                .withEnv("POSTGRES_PASSWORD", UUID.randomUUID().toString())
                .withCopyToContainer(Transferable.of(role, 0644), "/docker-entrypoint-initdb.d/role.sql")
                .withCommand("postgres", "-p", Integer.toString(port), "-c", "max_connections=200");
        return started(new ContainerNode("postgres", port, container,
                any -> PostgresServer.answers(any, PostgresStore.PASSWORD)));
    }

    /**
     * One container each, to be killed one by one, in the network of a seventh that does nothing but own it: inside it as outside,
     * each node is 127.0.0.1 and its port.
     */
    @Override
    public List<StoreNode> startRedisNodes() {
        List<Integer> ports = Stream.generate(FreePorts::nextForRedis).limit(6).toList();
        GenericContainer<?> network = container(images.redis(), ports.toArray(Integer[]::new))
                .withCreateContainerCmdModifier(create -> create.withEntrypoint("sleep", "infinity"));
        network.start();
        List<ContainerNode> nodes = new ArrayList<>();
        for (int port : ports) {
            List<String> entrypoint = new ArrayList<>(
                    List.of("redis-server", "/access.conf", "--port", Integer.toString(port), "--dir",
                            "/data", "--protected-mode", "no"));
            entrypoint.addAll(RedisNode.settings("64mb"));
            GenericContainer<?> container = container(images.redis())
                    .withCopyToContainer(Transferable.of(RedisClusterStore.USERS.aclFile(), 0644), "/users.acl")
                    .withCopyToContainer(Transferable.of(RedisClusterStore.USERS.settings("/users.acl"), 0644),
                            "/access.conf")
                    .withNetworkMode("container:" + network.getContainerId())
                    // Past the image's own entry point, which loads modules that nobody needs here.
                    .withCreateContainerCmdModifier(create -> create.withEntrypoint(entrypoint));
            nodes.add(new ContainerNode("redis-" + (nodes.size() + 1), port, container,
                    any -> RedisNode.answers(any, RedisClusterStore.operator())));
        }
        nodes.forEach(ContainerNode::launch);
        nodes.forEach(ContainerNode::awaitReady);
        return List.copyOf(nodes);
    }

    @Override
    public StoreNode startKafka() {
        int port = FreePorts.next();
        Map<String, String> settings = KafkaSettings.COMMON.lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.split("=", 2)).collect(Collectors.toMap(ContainerBackend::variable, pair -> pair[1]));
        GenericContainer<?> container = container(images.kafka(), port).withEnv(settings)
                .withEnv("KAFKA_LISTENERS", "PLAINTEXT://:" + port + ",CONTROLLER://:9093")
                .withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port)
                .withEnv("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT")
                .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
                .withEnv("KAFKA_HEAP_OPTS", "-Xmx" + KafkaBroker.HEAP_MEGABYTES + "m");
        return started(new ContainerNode("kafka", port, container, KafkaBroker::answers));
    }

    @Override
    public StoreNode startCassandra() {
        int port = FreePorts.next();
        // The image has no variable for the commit log: "periodic" loses acknowledged writes when the node is killed.
        String script = "sed -i -e 's/^commitlog_sync: periodic/commitlog_sync: batch/' -e '/^commitlog_sync_period:/d'"
                + " -e 's/^native_transport_port:.*/native_transport_port: " + port + "/' /etc/cassandra/cassandra.yaml"
                + " && exec docker-entrypoint.sh cassandra -f";
        GenericContainer<?> container = container(images.cassandra(), port).withEnv("CASSANDRA_NUM_TOKENS", "1")
                .withEnv("MAX_HEAP_SIZE", CassandraNode.HEAP_MEGABYTES + "M").withEnv("HEAP_NEWSIZE", "64M")
                .withEnv("JVM_EXTRA_OPTS", "-Dcassandra.skip_wait_for_gossip_to_settle=0 -Dcassandra.ring_delay_ms=0"
                        + " -Dcassandra.superuser_setup_delay_ms=0")
                .withCreateContainerCmdModifier(create -> create.withEntrypoint("bash", "-c", script));
        return started(new ContainerNode("cassandra", port, container, CassandraNode::answers));
    }

    @SuppressWarnings("resource") // Testcontainers ends it with the JVM.
    private GenericContainer<?> container(String image, Integer... ports) {
        sweep();
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withLabels(Leftovers.label());
        // We ask the store itself, at its first start as after each restart.
        container.waitingFor(new AbstractWaitStrategy() {
            @Override
            protected void waitUntilReady() {
            }
        });
        container.withExposedPorts(ports);
        container.setPortBindings(Stream.of(ports).map(port -> "127.0.0.1:" + port + ":" + port).toList());
        return container;
    }

    private synchronized void sweep() {
        if (!swept) {
            Leftovers.sweep();
            swept = true;
        }
    }

    private static StoreNode started(ContainerNode node) {
        node.launch();
        node.awaitReady();
        return node;
    }

    /** {@code log.retention.hours} is {@code KAFKA_LOG_RETENTION_HOURS}: the image's convention. */
    private static String variable(String[] pair) {
        return "KAFKA_" + pair[0].replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
