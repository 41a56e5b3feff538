package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.stores.redis.RedisConnection;

class RedisClusterStoreIT {
    private final RedisClusterStore cluster = TestStores.redisCluster();

    @AfterEach
    void mend() {
        cluster.flush();
    }

    @Test
    void servesEveryKeySomewhere() throws Exception {
        for (int i = 0; i < 50; i++) {
            write("key-" + i, "value-" + i);
            assertThat(read("key-" + i)).isEqualTo("value-" + i);
        }
    }

    @Test
    void promotesTheReplicaOfAKilledPrimary() throws Exception {
        writeToBoth("survivor", "here");
        StoreNode killed = cluster.primaryOf("survivor");

        killed.kill();
        Await.within(Duration.ofSeconds(30)).untilPasses("the replica has taken over", () -> {
            assertThat(cluster.primaryOf("survivor")).isNotEqualTo(killed);
            write("survivor", "still here");
        });
        killed.start();
        cluster.awaitWhole();

        assertThat(cluster.primaryOf("survivor")).isNotEqualTo(killed);
        assertThat(read("survivor")).isEqualTo("still here");
    }

    @Test
    void keepsItsDataWhenAllNodesAreKilled() throws Exception {
        for (int i = 0; i < 200; i++) {
            writeToBoth("key-" + i, "value-" + i);
        }
        // SIGKILL takes the process, not what it has handed to the kernel: everysec is enough here.
        cluster.kill();
        cluster.start();
        for (int i = 0; i < 200; i++) {
            assertThat(read("key-" + i)).isEqualTo("value-" + i);
        }
    }

    private void write(String key, String value) throws IOException {
        try (RedisConnection connection = connect(key)) {
            assertThat(connection.call("SET", key, value)).isEqualTo("OK");
        }
    }

    /** Replication is asynchronous: without waiting, a promoted replica may not have it. */
    private void writeToBoth(String key, String value) throws IOException {
        try (RedisConnection connection = connect(key)) {
            connection.call("SET", key, value);
            assertThat(connection.call("WAIT", "1", "4000")).isEqualTo("1");
        }
    }

    private String read(String key) throws IOException {
        try (RedisConnection connection = connect(key)) {
            return connection.call("GET", key);
        }
    }

    private RedisConnection connect(String key) throws IOException {
        return RedisConnection.open(cluster.primaryOf(key).port(), Duration.ofSeconds(5),
                RedisClusterStore.operator());
    }
}
