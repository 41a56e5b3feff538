package timeline.hometimeline.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.ClusterPartitionParser;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.deadline.Deadline;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;

/**
 * The primaries of the cluster: each by its node's id, its configuration epoch, which every failover and every moved slot raises, and its
 * slots. What is known is what the client sends commands by.
 */
public final class RedisPrimaries implements CachePrimaries {
    /** A constant: what is known may be as old, since an older one only makes the second look say that something has changed. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Remembered(Primaries primaries, long sinceNanos) {}

    private final RedisCluster cluster;
    private final LongSupplier nanoTime;
    private volatile Optional<Remembered> remembered = Optional.empty();

    public RedisPrimaries(RedisCluster cluster, LongSupplier nanoTime) {
        this.cluster = cluster;
        this.nanoTime = nanoTime;
    }

    @Override
    public Primaries known() {
        long now = nanoTime.getAsLong();
        Optional<Remembered> last = remembered;
        if (last.isPresent() && now - last.get().sinceNanos() < FRESH.toNanos()) {
            return last.get().primaries();
        }
        Primaries primaries = primaries(cluster.connection().getPartitions());
        remembered = Optional.of(new Remembered(primaries, now));
        return primaries;
    }

    @Override
    public Answer ask(Deadline deadline) {
        StatefulRedisClusterConnection<byte[], byte[]> connection;
        try {
            connection = cluster.connection();
        } catch (HomeTimelinesUnavailableException notConnectedYet) {
            return new Answer.Unknown();
        }
        Deadline until = deadline.within(cluster.settings().pushTimeout());
        List<CompletableFuture<String>> questions = owners(connection.getPartitions())
                .map(node -> ask(connection, node)).toList();
        List<Primaries> answers = new ArrayList<>();
        questions.forEach(question -> answerOf(question, until).ifPresent(answers::add));
        return judged(answers, questions.size());
    }

    /** @param asked how many were asked */
    static Answer judged(List<Primaries> answers, int asked) {
        Map<Primaries, Long> votes = answers.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return votes.entrySet().stream().filter(view -> view.getValue() > asked / 2)
                .map(view -> (Answer) new Answer.Known(view.getKey(),
                        view.getValue() == asked && view.getKey().owners().size() == asked))
                .findFirst().orElseGet(Answer.Unknown::new);
    }

    static Primaries primaries(Partitions partitions) {
        return new Primaries(owners(partitions)
                .map(node -> node.getNodeId() + " since " + node.getConfigEpoch() + " for " + slots(node))
                .collect(Collectors.toSet()));
    }

    private static Stream<RedisClusterNode> owners(Partitions partitions) {
        return partitions.stream().filter(node -> node.getRole().isUpstream() && !node.hasNoSlots());
    }

    private static String slots(RedisClusterNode node) {
        BitSet slots = new BitSet();
        node.forEachSlot(slots::set);
        StringBuilder ranges = new StringBuilder();
        for (int first = slots.nextSetBit(0); first >= 0;) {
            int end = slots.nextClearBit(first);
            ranges.append(first).append('-').append(end - 1).append(' ');
            first = slots.nextSetBit(end);
        }
        return ranges.toString();
    }

    private static CompletableFuture<String> ask(StatefulRedisClusterConnection<byte[], byte[]> connection,
            RedisClusterNode node) {
        try {
            return connection.getConnectionAsync(node.getNodeId()).thenCompose(direct -> direct.async().clusterNodes());
        } catch (RedisException leftMeanwhile) {
            return CompletableFuture.failedFuture(leftMeanwhile);
        }
    }

    private static Optional<Primaries> answerOf(CompletableFuture<String> question, Deadline until) {
        try {
            return Optional.of(primaries(ClusterPartitionParser.parse(
                    question.get(until.left().toNanos(), TimeUnit.NANOSECONDS))));
        } catch (ExecutionException | TimeoutException silent) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
