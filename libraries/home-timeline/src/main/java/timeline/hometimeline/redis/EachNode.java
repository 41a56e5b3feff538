package timeline.hometimeline.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import timeline.hometimeline.HomeTimelinesUnavailableException;

/**
 * Works at each node that has some of the keys, side by side: one that is slow or lost delays no other. Bounded by the work itself, which never
 * waits without a deadline.
 */
final class EachNode {
    private static final ThreadFactory THREADS = Thread.ofVirtual().name("redis-node-", 0).factory();

    /** What is done at one node. */
    @FunctionalInterface
    interface Work<T> {
        T at(String node, List<byte[]> keys);
    }

    private EachNode() {
    }

    /**
     * Returns when the work at every node is at its end.
     *
     * @throws HomeTimelinesUnavailableException the first one that was thrown at a node
     */
    static <T> List<T> sideBySide(Map<String, List<byte[]>> keysByNode, Work<T> work) {
        List<FutureTask<T>> tasks = new ArrayList<>();
        keysByNode.forEach((node, keys) -> tasks.add(new FutureTask<>(() -> work.at(node, keys))));
        // The last one here: most tweets of most authors concern few nodes, and a single one needs no other thread.
        tasks.stream().limit(Math.max(0, tasks.size() - 1)).forEach(task -> THREADS.newThread(task).start());
        if (!tasks.isEmpty()) {
            tasks.getLast().run();
        }
        return tasks.stream().map(EachNode::resultOf).toList();
    }

    private static <T> T resultOf(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error defect -> throw defect;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HomeTimelinesUnavailableException("interrupted while waiting for Redis", stopping);
        }
    }
}
