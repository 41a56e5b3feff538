package timeline.testkit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.RedisClusterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.stores.Folders;
import timeline.stores.Installation;
import timeline.stores.redis.RedisClusterFormation;
import timeline.stores.redis.RedisConnection;
import timeline.stores.redis.RedisNode;
import timeline.testkit.Await;
import timeline.testkit.FreePorts;

/** Clusters that their creator, or a disk, has left in every state. */
class RedisClusterFormationIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    /** Slots 3300, 7365 and 15495: one for each of the first three nodes. */
    private static final List<String> KEYS = List.of("b", "c", "a");

    private final Reaper reaper = Reaper.start();
    private final List<RedisNode> stores = new ArrayList<>();
    private final List<EmbeddedNode> nodes = new ArrayList<>();

    @BeforeEach
    void startNodes() {
        Installation installation = Installation.fromSystemProperty();
        for (String name : IntStream.rangeClosed(1, 6).mapToObj(i -> "redis-" + i).toList()) {
            Path folder = reaper.folder().resolve(name);
            stores.add(new RedisNode(installation, name, FreePorts.nextForRedis(), folder,
                    folder.resolveSibling(name + ".log"),
                    "64mb", RedisClusterStore.USERS));
            nodes.add(new EmbeddedNode(stores.getLast(), reaper));
        }
        launch();
    }

    private void launch() {
        nodes.forEach(EmbeddedNode::launch);
        nodes.forEach(EmbeddedNode::awaitReady);
    }

    @AfterEach
    void endNodes() {
        reaper.close();
    }

    @Test
    void finishesWhatAKilledCreatorHasBegun() throws Exception {
        call(0, "CLUSTER", "SET-CONFIG-EPOCH", "1");
        call(0, "CLUSTER", "ADDSLOTSRANGE", "0", "5460");
        call(1, "CLUSTER", "ADDSLOTSRANGE", "5461", "7000");
        call(0, "CLUSTER", "MEET", "127.0.0.1", Integer.toString(port(3)));

        form();

        assertThat(primaries()).containsExactly(0, 1, 2);
        assertThat(call(0, "CLUSTER", "INFO")).contains("cluster_state:ok", "cluster_known_nodes:6", "cluster_size:3");
    }

    @Test
    void leavesAWholeClusterAsItIs() throws Exception {
        form();
        String before = call(0, "CLUSTER", "MYID") + call(5, "CLUSTER", "MYID") + primaries();
        form();
        assertThat(call(0, "CLUSTER", "MYID") + call(5, "CLUSTER", "MYID") + primaries()).isEqualTo(before);
    }

    @Test
    void takesInANodeThatLostItsFolderAsAReplicaOfThePromotedOne() throws Exception {
        form();
        call(0, "SET", "{b}key", "value");
        nodes.get(0).kill();
        Folders.delete(stores.get(0).directory());
        nodes.get(0).start();

        form();

        assertThat(primaries()).hasSize(3).doesNotContain(0);
        assertThat(call(0, "CLUSTER", "INFO")).contains("cluster_state:ok", "cluster_known_nodes:6", "cluster_size:3");
        int promoted = primaries().stream().filter(i -> i > 2).findFirst().orElseThrow();
        assertThat(call(promoted, "GET", "{b}key")).isEqualTo("value");
    }

    @Test
    void givesOutAgainTheSlotsOfAShardThatIsLostForGood() throws Exception {
        form();
        List<Integer> shard = IntStream.range(0, 6).boxed().filter(i -> isOfShard(i, id(0))).toList();
        assertThat(shard).hasSize(2);
        shard.forEach(i -> nodes.get(i).kill());
        for (int i : shard) {
            Folders.delete(stores.get(i).directory());
        }
        shard.forEach(i -> nodes.get(i).start());

        form();

        assertThat(primaries()).hasSize(3);
        assertThat(call(0, "CLUSTER", "INFO")).contains("cluster_slots_ok:16384", "cluster_known_nodes:6");
    }

    @Test
    void findsItsNodesAgainWhenAllListenOnOtherPorts() throws Exception {
        form();
        write();

        moveTo(stores.stream().map(store -> FreePorts.nextForRedis()).toList());
        form();

        assertWholeAndKept();
    }

    @Test
    void findsItsNodesAgainWhenEachListensWhereAnotherDid() throws Exception {
        form();
        write();

        List<Integer> ports = new ArrayList<>(stores.stream().map(RedisNode::port).toList());
        Collections.rotate(ports, 1);
        moveTo(ports);
        form();

        assertWholeAndKept();
    }

    /** One key for each primary, read back from its replica, so that both must have it before they move. */
    private void write() {
        for (int primary : primaries()) {
            Await.that("the key is replicated", () -> {
                call(primary, "SET", KEYS.get(primary), "value");
                return call(primary, "WAIT", "1", "1000").equals("1");
            });
        }
    }

    private void moveTo(List<Integer> ports) {
        nodes.forEach(EmbeddedNode::stop);
        nodes.clear();
        for (int i = 0; i < ports.size(); i++) {
            RedisNode old = stores.get(i);
            stores.set(i, new RedisNode(old.installation(), old.name(), ports.get(i), old.directory(), old.log(),
                    old.maxMemory(), old.users()));
            nodes.add(new EmbeddedNode(stores.get(i), reaper));
        }
        launch();
    }

    private void assertWholeAndKept() {
        assertThat(primaries()).hasSize(3);
        for (int i = 0; i < nodes.size(); i++) {
            assertThat(call(i, "CLUSTER", "INFO")).contains("cluster_state:ok", "cluster_slots_ok:16384",
                    "cluster_known_nodes:6", "cluster_size:3");
        }
        for (String key : KEYS) {
            assertThat(primaries()).filteredOn(primary -> serves(primary, key)).singleElement()
                    .satisfies(primary -> assertThat(call(primary, "GET", key)).isEqualTo("value"));
        }
    }

    /** Any other node would send us there: an error in Redis's protocol. */
    private boolean serves(int node, String key) {
        try {
            return !call(node, "EXISTS", key).isEmpty();
        } catch (IllegalStateException elsewhere) {
            return false;
        }
    }

    private void form() throws InterruptedException {
        new RedisClusterFormation(stores.stream().map(RedisNode::port).toList(), 3,
                RedisClusterStore.operator()).form(LIMIT);
    }

    private List<Integer> primaries() {
        return IntStream.range(0, 6).boxed().filter(i -> call(i, "INFO", "replication").contains("role:master"))
                .toList();
    }

    private String id(int node) {
        return call(node, "CLUSTER", "MYID");
    }

    private boolean isOfShard(int node, String primary) {
        return id(node).equals(primary)
                || call(node, "CLUSTER", "NODES").lines().anyMatch(line -> line.contains("myself,slave " + primary));
    }

    private int port(int node) {
        return stores.get(node).port();
    }

    private String call(int node, String... command) {
        try (RedisConnection connection = RedisConnection.open(port(node), Duration.ofSeconds(5),
                RedisClusterStore.operator())) {
            return connection.call(command);
        } catch (IOException down) {
            throw new IllegalStateException(stores.get(node).name(), down);
        }
    }
}
