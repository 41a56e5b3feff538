package timeline.hometimeline.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelinesUnavailableException;

/**
 * Calls scripts and waits for them, never longer than the settings say, nor than the caller can. The cluster client follows
 * redirections by itself.
 */
final class ScriptCalls {
    /** So many calls are in flight at once where there are many keys: a backfill carries up to 30 KB to each of them. */
    private static final int WINDOW = 64;

    private final RedisCluster cluster;

    ScriptCalls(RedisCluster cluster) {
        this.cluster = cluster;
    }

    <T> T one(LuaScript<T> script, byte[] key, byte[][] arguments, Deadline deadline) {
        Patience patience = patience(cluster.settings().readTimeout(), deadline);
        return await(start(script, key, arguments), key, patience);
    }

    /**
     * All keys are tried, also after one has failed, until the deadline; but of many those are not that a stuck node has. For a single key
     * somebody may be waiting as for a read.
     */
    void each(LuaScript<Long> script, List<byte[]> keys, byte[][] arguments, Deadline deadline) {
        Duration time = keys.size() == 1 ? cluster.settings().readTimeout() : cluster.settings().pushTimeout();
        List<HomeTimelinesUnavailableException> failures = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += WINDOW) {
            Patience patience = patience(time, deadline);
            List<byte[]> window = keys.subList(from, Math.min(from + WINDOW, keys.size()));
            Map<String, Boolean> asked = new HashMap<>();
            List<CompletableFuture<Long>> started = window.stream()
                    .map(key -> keys.size() == 1 || asked.computeIfAbsent(cluster.nodeOf(key),
                            cluster.stuckNodes()::mayBeAsked)
                                    ? start(script, key, arguments)
                                    : CompletableFuture
                                            .<Long>failedFuture(
                                                    new RedisException("silent a moment ago, and left alone")))
                    .toList();
            for (int i = 0; i < window.size(); i++) {
                try {
                    Long _ = await(started.get(i), window.get(i), patience);
                } catch (HomeTimelinesUnavailableException failure) {
                    failures.add(failure);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /**
     * How long to wait.
     *
     * @param shortened whether the caller has less time than a healthy node may take, so that silence says nothing about the node
     */
    private record Patience(Deadline until, boolean shortened) {}

    private static Patience patience(Duration time, Deadline deadline) {
        if (deadline.hasPassed()) {
            throw HomeTimelinesUnavailableException.outOfTime(null);
        }
        return new Patience(deadline.within(time), deadline.left().compareTo(time) < 0);
    }

    private <T> CompletableFuture<T> start(LuaScript<T> script, byte[] key, byte[][] arguments) {
        return script.run(cluster.connection().async(), key, arguments);
    }

    private <T> T await(CompletableFuture<T> reply, byte[] key, Patience patience) {
        String node = cluster.nodeOf(key);
        try {
            T answer = reply.get(patience.until().left().toNanos(), TimeUnit.NANOSECONDS);
            cluster.stuckNodes().answered(node);
            return answer;
        } catch (TimeoutException slow) {
            if (patience.shortened()) {
                throw HomeTimelinesUnavailableException.outOfTime(slow);
            }
            cluster.stuckNodes().timedOut(node);
            throw new HomeTimelinesUnavailableException("Redis did not answer in time", slow);
        } catch (ExecutionException failed) {
            throw new HomeTimelinesUnavailableException("Redis: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HomeTimelinesUnavailableException("interrupted while waiting for Redis", stopping);
        }
    }
}
