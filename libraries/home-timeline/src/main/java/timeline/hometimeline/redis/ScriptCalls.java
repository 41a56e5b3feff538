package timeline.hometimeline.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import timeline.hometimeline.HomeTimelinesUnavailableException;

/** Calls scripts and waits for them, never longer than the settings say. The cluster client follows redirections by itself. */
final class ScriptCalls {
    /** So many calls are in flight at once where there are many keys: a backfill carries up to 30 KB to each of them. */
    private static final int WINDOW = 64;

    private final RedisCluster cluster;

    ScriptCalls(RedisCluster cluster) {
        this.cluster = cluster;
    }

    <T> T one(LuaScript<T> script, byte[] key, byte[][] arguments) {
        return await(start(script, key, arguments), key, cluster.settings().readTimeout());
    }

    /** All keys are tried, also after one has failed. */
    void each(LuaScript<Long> script, List<byte[]> keys, byte[][] arguments) {
        List<HomeTimelinesUnavailableException> failures = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += WINDOW) {
            List<byte[]> window = keys.subList(from, Math.min(from + WINDOW, keys.size()));
            List<CompletableFuture<Long>> started = window.stream()
                    .map(key -> start(script, key, arguments)).toList();
            long deadline = System.nanoTime() + cluster.settings().pushTimeout().toNanos();
            for (int i = 0; i < window.size(); i++) {
                try {
                    await(started.get(i), window.get(i), Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
                } catch (HomeTimelinesUnavailableException failure) {
                    failures.add(failure);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private <T> CompletableFuture<T> start(LuaScript<T> script, byte[] key, byte[][] arguments) {
        return script.run(cluster.connection().async(), key, arguments);
    }

    private <T> T await(CompletableFuture<T> reply, byte[] key, Duration time) {
        String node = cluster.nodeOf(key);
        try {
            T answer = reply.get(time.toNanos(), TimeUnit.NANOSECONDS);
            cluster.stuckNodes().answered(node);
            return answer;
        } catch (TimeoutException slow) {
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
