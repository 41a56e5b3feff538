package timeline.hometimeline.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.StuckNodes;

/**
 * Sends one small command for each of thousands of keys of a node in one go: no thread and no future for a single key. The cluster
 * client's own batching groups by slot, which is one write for almost every key.
 *
 * <p>It follows no redirection: a key that has moved counts as failed, and the topology is read anew.
 */
final class Pipeline {
    private final RedisCluster cluster;

    Pipeline(RedisCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Waits until every command is answered, or until the time for a page of pushes is over ({@link StuckNodes#patience}). A node that is silent costs those who come
     * later nothing ({@link StuckNodes}).
     *
     * @param keys of this node
     * @throws HomeTimelinesUnavailableException when the caller's time is over before: that says nothing about the node
     */
    Replies run(PipelinedCommand.Form form, String node, List<byte[]> keys, Deadline deadline) {
        Duration patience = cluster.stuckNodes().patience(node, cluster.settings().pushTimeout());
        Duration time = deadline.atMost(patience);
        if (time.isZero()) {
            throw HomeTimelinesUnavailableException.outOfTime(null);
        }
        StatefulRedisClusterConnection<byte[], byte[]> connection = cluster.connection();
        CountDownLatch unanswered = new CountDownLatch(keys.size());
        List<PipelinedCommand> commands = keys.stream().map(key -> new PipelinedCommand(form, key, unanswered))
                .toList();
        if (commands.isEmpty()) {
            return new Replies(commands);
        }
        if (!cluster.stuckNodes().mayBeAsked(node)) {
            fail(commands, new RedisException("silent a moment ago, and left alone"));
            return new Replies(commands);
        }
        dispatch(connection, node, commands);
        if (await(unanswered, time)) {
            judge(node, commands);
        } else if (time.equals(patience)) {
            cluster.stuckNodes().timedOut(node);
        } else {
            throw HomeTimelinesUnavailableException.outOfTime(null);
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

    /** A connection that can't be had is silence as well: of a host that is gone nothing else is heard. */
    private void judge(String node, List<PipelinedCommand> commands) {
        if (commands.stream().anyMatch(PipelinedCommand::isReplied)) {
            cluster.stuckNodes().answered(node);
        } else {
            cluster.stuckNodes().timedOut(node);
        }
    }

    private static boolean await(CountDownLatch unanswered, Duration time) {
        try {
            return unanswered.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HomeTimelinesUnavailableException("interrupted while pushing", stopping);
        }
    }

    /** The answers, in the order of the keys. */
    record Replies(List<PipelinedCommand> commands) {
        boolean succeeded(int index) {
            return commands.get(index).failure() == null;
        }

        /** How many there was no answer to, or a refusal. */
        int failed() {
            return (int) commands.stream().filter(command -> command.failure() != null).count();
        }

        long number(int index) {
            return commands.get(index).get();
        }
    }
}
