package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.stores.redis.RedisConnection;
import timeline.stores.redis.RedisErrorException;
import timeline.stores.redis.RedisLogin;

/** Each user of Redis may do what it needs, and nothing else; nobody may do nothing. */
class RedisUsersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String OWN = "home2:4711";

    /** Redis 7 and 8 say it in different words. */
    private static final String ACCORDING_TO_THE_RULES = "(?s).*(ACL failure|user executing the script can't (run|access)).*";

    private final RedisClusterStore cluster = TestStores.redisCluster();

    @ParameterizedTest
    @ValueSource(strings = {"PING", "INFO", "CLUSTER NODES", "GET home2:4711", "ACL WHOAMI", "FLUSHALL",
            "REPLICAOF NO ONE"})
    void answersNothingWithoutAPassword(String command) throws IOException {
        try (RedisConnection nobody = RedisConnection.open(node().port(), PATIENCE)) {
            assertThatThrownBy(() -> nobody.call(command.split(" "))).isInstanceOf(RedisErrorException.class)
                    .hasMessageStartingWith("NOAUTH");
        }
    }

    @ParameterizedTest
    @CsvSource({"default,''", "default,default", "operator,''", "operator,operator", "fanout-service,operator-of-tests",
            "nobody,operator-of-tests"})
    void refusesAWrongPassword(String user, String password) {
        assertThatThrownBy(() -> RedisConnection.open(node().port(), PATIENCE, new RedisLogin(user, password)).close())
                .isInstanceOf(RedisErrorException.class).hasMessageStartingWith("WRONGPASS");
    }

    @Test
    void letsAServiceDoItsWork() throws IOException {
        assertThat(call("fanout-service", "ZADD", OWN, "1", "a")).isIn("0", "1");
        assertThat(call("timeline-service", "EVAL", "return redis.call('ZCARD', KEYS[1])", "1", OWN)).isNotEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
            "fanout-service,FLUSHALL", "fanout-service,CONFIG GET *", "fanout-service,CLUSTER RESET",
            "fanout-service,CLUSTER FAILOVER FORCE", "fanout-service,KEYS *", "fanout-service,SET home2:4711 x",
            "fanout-service,ACL LIST", "fanout-service,SHUTDOWN", "fanout-service,REPLICAOF NO ONE",
            "fanout-service,CLIENT LIST", "fanout-service,SCRIPT FLUSH", "fanout-service,PSYNC ? -1",
            "timeline-service,FLUSHALL", "timeline-service,CONFIG SET dir /tmp", "timeline-service,SAVE",
            "timeline-service,CLUSTER MEET 127.0.0.1 1", "timeline-service,MODULE LIST", "timeline-service,SCAN 0",
            "replica,GET home2:4711", "replica,INFO", "replica,FLUSHALL", "replica,CLUSTER NODES",
            "operator,CONFIG GET *", "operator,ACL SETUSER x on nopass +@all", "operator,SAVE", "operator,BGREWRITEAOF",
            "operator,SHUTDOWN", "operator,REPLICAOF NO ONE", "operator,MODULE LIST", "operator,MONITOR"})
    void refusesEveryOtherCommand(String user, String command) {
        assertThatThrownBy(() -> call(user, command.split(" "))).isInstanceOf(RedisErrorException.class)
                .hasMessageStartingWith("NOPERM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fanout-service", "timeline-service"})
    void refusesKeysThatAreNoHomeTimelines(String user) {
        for (String key : new String[]{"session:1", "home2", "home:1", "xhome2:1"}) {
            assertThatThrownBy(() -> call(user, "ZCARD", key)).isInstanceOf(RedisErrorException.class)
                    .hasMessageStartingWith("NOPERM");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fanout-service", "timeline-service"})
    void letsNoScriptDoMoreThanItsCaller(String user) {
        assertThatThrownBy(() -> call(user, "EVAL", "return redis.call('SET', KEYS[1], 'x')", "1", OWN))
                .isInstanceOf(RedisErrorException.class).hasMessageMatching(ACCORDING_TO_THE_RULES);
        assertThatThrownBy(() -> call(user, "EVAL", "return redis.call('ZCARD', 'session:1')", "1", OWN))
                .isInstanceOf(RedisErrorException.class).hasMessageMatching(ACCORDING_TO_THE_RULES);
    }

    @Test
    void knowsItsUsersAfterARestartAndAfterAFailover() throws IOException {
        StoreNode killed = node();
        killed.kill();
        Await.within(Duration.ofSeconds(30)).untilPasses("the replica has taken over", () -> {
            assertThat(node()).isNotEqualTo(killed);
            assertThat(call("fanout-service", "ZADD", OWN, "1", "b")).isNotNull();
        });
        killed.start();
        cluster.awaitWhole();
        try (RedisConnection returned = RedisConnection.open(killed.port(), PATIENCE, RedisClusterStore.operator());
                RedisConnection nobody = RedisConnection.open(killed.port(), PATIENCE)) {
            assertThat(returned.call("INFO", "replication")).contains("role:slave", "master_link_status:up");
            assertThatThrownBy(() -> nobody.call("PING")).hasMessageStartingWith("NOAUTH");
        }
    }

    private String call(String user, String... command) throws IOException {
        try (RedisConnection connection = RedisConnection.open(node().port(), PATIENCE,
                RedisClusterStore.USERS.login(user))) {
            return connection.call(command);
        }
    }

    private StoreNode node() {
        return cluster.primaryOf(OWN);
    }
}
