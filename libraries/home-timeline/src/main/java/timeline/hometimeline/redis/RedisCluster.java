package timeline.hometimeline.redis;

import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import timeline.hometimeline.HomeTimelinesUnavailableException;

/**
 * A connection to Redis Cluster that is opened in the background and tried again until it succeeds, so that a service may start
 * before its cache. Whoever needs it earlier is told at once that it is not there.
 *
 * <p>Thread safe. Owns the client's threads until closed.
 */
public final class RedisCluster implements AutoCloseable {
    static final String NOBODY = "";

    private static final Logger LOG = System.getLogger(RedisCluster.class.getName());

    private final RedisSettings settings;
    private final ClientResources resources;
    private final RedisClusterClient client;
    private final StuckNodes stuckNodes;
    private volatile @Nullable StatefulRedisClusterConnection<byte[], byte[]> connection;
    private volatile boolean closed;

    private RedisCluster(RedisSettings settings) {
        this.settings = settings;
        this.resources = RedisClients.resources();
        this.client = RedisClients.client(settings, resources);
        this.stuckNodes = new StuckNodes(settings.refreshInterval(), System::nanoTime, client::refreshPartitionsAsync);
    }

    /** Begins to connect, and returns at once. */
    public static RedisCluster connect(RedisSettings settings) {
        RedisCluster cluster = new RedisCluster(settings);
        cluster.open();
        return cluster;
    }

    /** Whether commands can be sent: the topology is known, and a connection to every primary is open. */
    public boolean isConnected() {
        return connection != null;
    }

    /**
     * Asks every primary.
     *
     * @return why not all home timelines can be read and written now; empty when they can
     */
    public Optional<String> outage() {
        StatefulRedisClusterConnection<byte[], byte[]> open = connection;
        if (open == null) {
            return Optional.of("not connected to Redis yet");
        }
        long covered = open.getPartitions().stream().filter(RedisCluster::ownsSlots)
                .mapToLong(node -> node.getSlots().size()).sum();
        if (covered < SlotHash.SLOT_COUNT) {
            return Optional.of("no primary for " + (SlotHash.SLOT_COUNT - covered) + " slots");
        }
        try {
            warm(open).toCompletableFuture().get(settings.readTimeout().toNanos(), TimeUnit.NANOSECONDS);
            return Optional.empty();
        } catch (ExecutionException | TimeoutException silent) {
            return Optional.of("not every primary answers");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown(0, 2, TimeUnit.SECONDS);
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    RedisSettings settings() {
        return settings;
    }

    StuckNodes stuckNodes() {
        return stuckNodes;
    }

    StatefulRedisClusterConnection<byte[], byte[]> connection() {
        StatefulRedisClusterConnection<byte[], byte[]> open = connection;
        if (open == null) {
            throw new HomeTimelinesUnavailableException("not connected to Redis yet: " + settings.nodes(), null);
        }
        return open;
    }

    /** The id of the node that owns a key's slot, as far as is known; {@link #NOBODY} when no node does. */
    String nodeOf(byte[] key) {
        RedisClusterNode node = connection().getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
        return node == null ? NOBODY : node.getNodeId();
    }

    private void open() {
        // What is thrown instead of returned has to be a failed attempt too: a timer's thread would keep it for itself, and not try again.
        CompletableFuture.completedStage(client).thenCompose(RedisClusterClient::refreshPartitionsAsync)
                .thenCompose(topology -> client.connectAsync(ByteArrayCodec.INSTANCE))
                .thenCompose(RedisCluster::warmOrClosed).whenComplete((opened, failure) -> {
                    if (failure == null) {
                        connection = opened;
                    } else if (!closed) {
                        LOG.log(Level.WARNING, "no connection to Redis {0} yet: {1}", settings.nodes(),
                                failure.getMessage());
                        Future<?> _ = resources.eventExecutorGroup().schedule(this::open,
                                settings.refreshInterval().toMillis(), TimeUnit.MILLISECONDS);
                    }
                });
    }

    /** A connection that is tried again and again must not be left behind each time: it holds half a megabyte. */
    private static CompletionStage<StatefulRedisClusterConnection<byte[], byte[]>> warmOrClosed(
            StatefulRedisClusterConnection<byte[], byte[]> opened) {
        return warm(opened).whenComplete((warmed, failure) -> {
            if (failure != null) {
                CompletableFuture<?> _ = opened.closeAsync();
            }
        });
    }

    /** Opens the connections that scripts and pipelines will use, so that the first request does not wait for a handshake. */
    private static CompletionStage<StatefulRedisClusterConnection<byte[], byte[]>> warm(
            StatefulRedisClusterConnection<byte[], byte[]> opened) {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (RedisClusterNode node : opened.getPartitions()) {
            if (ownsSlots(node)) {
                answers.add(opened.getConnectionAsync(node.getNodeId()).thenCompose(direct -> direct.async().ping()));
            }
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).thenApply(all -> opened);
    }

    private static boolean ownsSlots(RedisClusterNode node) {
        return node.getRole().isUpstream() && !node.getSlots().isEmpty();
    }
}
