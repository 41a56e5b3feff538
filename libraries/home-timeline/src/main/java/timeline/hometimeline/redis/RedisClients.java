package timeline.hometimeline.redis;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The client's options, each of which replaces a default that breaks a promise. */
final class RedisClients {
    private RedisClients() {
    }

    /** Latencies are measured per request and per page, not per command: a histogram entry costs as much as a ZADD. */
    static ClientResources resources() {
        return DefaultClientResources.builder().commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .reconnectDelay(Delay.exponential(50, 500, TimeUnit.MILLISECONDS, 2)).build();
    }

    static RedisClusterClient client(RedisSettings settings, ClientResources resources, ViewAge age) {
        List<RedisURI> seeds = settings.nodes().stream().map(node -> RedisURI.create("redis://" + node)).toList();
        // The nodes that are discovered later are logged in to as the seeds are.
        seeds.forEach(seed -> {
            seed.setTimeout(settings.connectTimeout());
            // The client would introduce itself on every connection, which its user may not, and nobody reads.
            seed.setLibraryName("");
            seed.setLibraryVersion("");
            if (!settings.username().isEmpty()) {
                seed.setCredentialsProvider(
                        new StaticCredentialsProvider(settings.username(), settings.password().toCharArray()));
            }
        });
        RedisClusterClient client = new WatchedClusterClient(resources, seeds, age);
        client.setOptions(options(settings));
        return client;
    }

    private static ClusterClientOptions options(RedisSettings settings) {
        TcpUserTimeoutOptions userTimeout = TcpUserTimeoutOptions.builder().enable()
                .tcpUserTimeout(settings.userTimeout()).build();
        // All adaptive triggers are on by default since Lettuce 7; they are heard at most once in an interval.
        ClusterTopologyRefreshOptions topology = ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(settings.refreshPeriod())
                .adaptiveRefreshTriggersTimeout(settings.refreshInterval()).refreshTriggersReconnectAttempts(1).build();
        // Every request and every page has one deadline of its own. The client's timer for each command, which cluster clients have
        // by default, ends after the connect time-out what nobody waits for, such as the ping of a frozen node. Commands are
        // rejected while a node is away instead of queued: a push that is replayed minutes later could bring back what was
        // deleted meanwhile. Before Lettuce 7.7 that does not hold while a connection to a node is being opened: a command may wait
        // for it, no longer than the connect time-out, and its caller no longer than its own. 7.7 rejects it, and so the first
        // command to every slot of a node that was promoted a moment ago.
        return ClusterClientOptions.builder()
                .socketOptions(SocketOptions.builder().connectTimeout(settings.connectTimeout())
                        .tcpUserTimeout(userTimeout).build())
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS).requestQueueSize(settings.queuedCommands())
                .topologyRefreshOptions(topology).validateClusterNodeMembership(false).build();
    }
}
