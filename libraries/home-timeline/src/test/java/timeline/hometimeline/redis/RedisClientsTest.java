package timeline.hometimeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions.RefreshTrigger;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The options on which promises rest, as the built client has them: its own defaults queue, wait for a minute, and never look again. */
class RedisClientsTest {
    private static final Duration CONNECT = Duration.ofMillis(11);
    private static final Duration PERIOD = Duration.ofMillis(12);
    private static final Duration INTERVAL = Duration.ofMillis(13);
    private static final Duration USER = Duration.ofMillis(14);

    private final ClientResources resources = RedisClients.resources();
    private final RedisClusterClient client = RedisClients.client(new RedisSettings(List.of("127.0.0.1:1"),
            Duration.ofMillis(9), Duration.ofMillis(10), CONNECT, PERIOD, INTERVAL, USER, 15, "", ""), resources,
            new ViewAge(System::nanoTime));
    private final ClusterClientOptions options = (ClusterClientOptions) client.getOptions();

    @AfterEach
    void close() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    @Test
    void nothingIsSentToANodeLongAfterItWasMeantToBe() {
        assertThat(options.getDisconnectedBehavior())
                .as("G1, G7: a push that waited for the node could bring back what was deleted meanwhile")
                .isEqualTo(DisconnectedBehavior.REJECT_COMMANDS);
        assertThat(options.getRequestQueueSize()).as("without a bound by default").isEqualTo(15);
    }

    @Test
    void aNodeThatIsGoneIsNoticed() {
        assertThat(options.getSocketOptions().getConnectTimeout()).as("10 s by default").isEqualTo(CONNECT);
        assertThat(options.getSocketOptions().isEnableTcpUserTimeout()).isTrue();
        assertThat(options.getSocketOptions().getTcpUserTimeout().getTcpUserTimeout()).isEqualTo(USER);
        assertThat(options.isAutoReconnect()).isTrue();
        assertThat(resources.reconnectDelay().createDelay(20)).as("30 s by default")
                .isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void theTopologyIsLookedAtByItselfAndWhenAsked() {
        ClusterTopologyRefreshOptions topology = options.getTopologyRefreshOptions();
        assertThat(topology.isPeriodicRefreshEnabled()).as("never by default").isTrue();
        assertThat(topology.getRefreshPeriod()).isEqualTo(PERIOD);
        assertThat(topology.getAdaptiveRefreshTimeout()).as("30 s by default").isEqualTo(INTERVAL);
        assertThat(topology.getAdaptiveRefreshTriggers()).containsExactlyInAnyOrder(RefreshTrigger.values());
        assertThat(topology.getRefreshTriggersReconnectAttempts()).isEqualTo(1);
        assertThat(options.isValidateClusterNodeMembership())
                .as("a node that the seeds do not know yet may be the new primary").isFalse();
    }

    @Test
    void aCommandThatNobodyWaitsForEndsToo() {
        assertThat(options.getTimeoutOptions().isTimeoutCommands()).as("a ping of a node that is frozen").isTrue();
    }

    @Test
    void noCommandIsMeasuredByItself() {
        assertThat(resources.commandLatencyRecorder().isEnabled()).isFalse();
    }
}
