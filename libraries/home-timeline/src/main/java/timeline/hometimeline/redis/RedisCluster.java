package timeline.hometimeline.redis;

import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.StuckNodes;

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
    private final ViewAge viewAge = new ViewAge(System::nanoTime);
    private final StuckNodes stuckNodes;
    private volatile @Nullable StatefulRedisClusterConnection<byte[], byte[]> connection;
    private volatile boolean closed;

    private RedisCluster(RedisSettings settings) {
        this.settings = settings;
        this.resources = RedisClients.resources();
        this.client = RedisClients.client(settings, resources, viewAge);
        this.stuckNodes = new StuckNodes(settings.refreshInterval(), System::nanoTime, client::refreshPartitionsAsync);
    }

    /** Begins to connect, and returns at once. */
    public static RedisCluster connect(RedisSettings settings) {
        RedisCluster cluster = new RedisCluster(settings);
        cluster.open();
        return cluster;
    }

    /** Whether it was ever reached: the topology was known, and a primary answered. */
    public boolean isConnected() {
        return connection != null;
    }

    /**
     * What can be reached of the home timelines.
     *
     * @param any whether any part can be read and written
     * @param missing why not all of them can; empty when they can
     */
    public record Reach(boolean any, Optional<String> missing) {
        private static Reach none(String reason) {
            return new Reach(false, Optional.of(reason));
        }
    }

    /** Asks every primary. */
    public Reach reach() {
        StatefulRedisClusterConnection<byte[], byte[]> open = connection;
        if (open == null) {
            return Reach.none("not connected to Redis yet");
        }
        if (!viewAge.isFresh()) {
            return Reach.none("nothing was heard of the cluster for " + ViewAge.FRESH.toSeconds() + " s");
        }
        List<CompletableFuture<Boolean>> answers = pings(open);
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(settings.readTimeout().toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            // Judged by the answers that are there.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Reach.none("interrupted");
        }
        long answering = answers.stream().filter(answer -> answer.getNow(false)).count();
        long covered = open.getPartitions().stream().filter(RedisCluster::ownsSlots)
                .mapToLong(node -> node.getSlots().size()).sum();
        if (answering == 0) {
            return Reach.none("no primary answers");
        }
        return new Reach(true, answering < answers.size()
                ? Optional.of("not every primary answers")
                : covered < SlotHash.SLOT_COUNT
                        ? Optional.of("no primary for " + (SlotHash.SLOT_COUNT - covered) + " slots")
                        : Optional.empty());
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

    /** Whether commands can be sent: it was reached, and the view of it is young enough. */
    boolean isKnown() {
        return connection != null && viewAge.isFresh();
    }

    /** @throws HomeTimelinesUnavailableException when commands can't be sent */
    StatefulRedisClusterConnection<byte[], byte[]> connection() {
        StatefulRedisClusterConnection<byte[], byte[]> open = connection;
        if (open == null) {
            throw new HomeTimelinesUnavailableException("not connected to Redis yet: " + settings.nodes(), null);
        }
        if (!viewAge.isFresh()) {
            throw new HomeTimelinesUnavailableException("nothing was heard of the cluster for too long", null);
        }
        return open;
    }

    /** The id of the node that owns a key's slot, as far as is known; {@link #NOBODY} when no node does. */
    String nodeOf(byte[] key) {
        RedisClusterNode node = connection().getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
        return node == null ? NOBODY : node.getNodeId();
    }

    /** The keys of each node, as far as is known; those of {@link #NOBODY} are in slots that no node owns. */
    Map<String, List<byte[]>> byNode(List<byte[]> keys) {
        Partitions known = connection().getPartitions();
        Map<String, List<byte[]>> byNode = new HashMap<>();
        for (byte[] key : keys) {
            RedisClusterNode owner = known.getPartitionBySlot(SlotHash.getSlot(key));
            byNode.computeIfAbsent(owner == null ? NOBODY : owner.getNodeId(), node -> new ArrayList<>()).add(key);
        }
        return byNode;
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

    /**
     * Opens the connections that scripts and pipelines will use, so that the first request does not wait for a handshake. One primary that
     * answers is enough: what is lost keeps nobody from the others.
     */
    private static CompletionStage<StatefulRedisClusterConnection<byte[], byte[]>> warm(
            StatefulRedisClusterConnection<byte[], byte[]> opened) {
        List<CompletableFuture<Boolean>> answers = pings(opened);
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).thenApply(all -> {
            if (answers.stream().noneMatch(CompletableFuture::join)) {
                throw new RedisConnectionException("no primary answers");
            }
            return opened;
        });
    }

    /** For each primary whether it answers. */
    private static List<CompletableFuture<Boolean>> pings(StatefulRedisClusterConnection<byte[], byte[]> opened) {
        return opened.getPartitions().stream().filter(RedisCluster::ownsSlots)
                .map(node -> opened.getConnectionAsync(node.getNodeId()).thenCompose(direct -> direct.async().ping())
                        .handle((pong, failure) -> failure == null).toCompletableFuture())
                .toList();
    }

    private static boolean ownsSlots(RedisClusterNode node) {
        return node.getRole().isUpstream() && !node.getSlots().isEmpty();
    }
}
