package timeline.hometimeline.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelinesUnavailableException;

/**
 * Sends one small command for each of thousands of keys: grouped by node, each group in one go, no thread and no future for a
 * single key. The cluster client's own batching groups by slot, which is one write for almost every key.
 *
 * <p>It follows no redirection: a key that has moved counts as failed, the topology is read anew, and the caller repeats.
 */
final class Pipeline {
    private final RedisCluster cluster;

    Pipeline(RedisCluster cluster) {
        this.cluster = cluster;
    }

    /** Waits until every command is answered, or until the time for a page of pushes is over, or the caller's. */
    Replies run(PipelinedCommand.Form form, List<byte[]> keys, Deadline deadline) {
        Duration time = deadline.atMost(cluster.settings().pushTimeout());
        if (time.isZero()) {
            throw HomeTimelinesUnavailableException.outOfTime(null);
        }
        StatefulRedisClusterConnection<byte[], byte[]> connection = cluster.connection();
        CountDownLatch unanswered = new CountDownLatch(keys.size());
        List<PipelinedCommand> commands = new ArrayList<>(keys.size());
        Map<String, List<PipelinedCommand>> byNode = new HashMap<>();
        for (byte[] key : keys) {
            PipelinedCommand command = new PipelinedCommand(form, key, unanswered);
            commands.add(command);
            byNode.computeIfAbsent(cluster.nodeOf(key), node -> new ArrayList<>()).add(command);
        }
        byNode.forEach((node, group) -> dispatch(connection, node, group));
        if (await(unanswered, time)) {
            byNode.keySet().forEach(cluster.stuckNodes()::answered);
        } else if (time.equals(cluster.settings().pushTimeout())) {
            // A shorter time is the caller's, and says nothing about the nodes.
            byNode.forEach(this::judge);
        }
        return new Replies(commands);
    }

    private static void dispatch(StatefulRedisClusterConnection<byte[], byte[]> connection, String node,
            List<PipelinedCommand> group) {
        if (node.equals(RedisCluster.NOBODY)) {
            fail(group, new RedisException("no node owns the slot"));
            return;
        }
        try {
            connection.getConnectionAsync(node).thenAccept(direct -> direct.dispatch(group)).exceptionally(failure -> {
                fail(group, failure);
                return null;
            });
        } catch (RedisException leftMeanwhile) {
            // The topology was read anew since the node was looked up: an outage like any other, not a defect of the record.
            fail(group, leftMeanwhile);
        }
    }

    private static void fail(List<PipelinedCommand> group, Throwable failure) {
        group.forEach(command -> command.completeExceptionally(failure));
    }

    private boolean await(CountDownLatch unanswered, Duration time) {
        try {
            return unanswered.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HomeTimelinesUnavailableException("interrupted while pushing", stopping);
        }
    }

    private void judge(String node, List<PipelinedCommand> group) {
        if (group.stream().allMatch(PipelinedCommand::isDone)) {
            cluster.stuckNodes().answered(node);
        } else {
            cluster.stuckNodes().timedOut(node);
        }
    }

    /** The answers, in the order of the keys. */
    record Replies(List<PipelinedCommand> commands) {
        boolean succeeded(int index) {
            return commands.get(index).failure() == null;
        }

        long number(int index) {
            return commands.get(index).get();
        }

        /** @throws HomeTimelinesUnavailableException when at least one command failed, with the first failure */
        void requireAll() {
            commands.stream().filter(command -> command.failure() != null).findFirst().ifPresent(failed -> {
                throw new HomeTimelinesUnavailableException("Redis: " + failed.failure(), null);
            });
        }
    }
}
