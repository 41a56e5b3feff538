package timeline.local.embedded;

import java.util.function.Supplier;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import timeline.local.StackException;
import timeline.local.Terminal;
import timeline.local.process.Children;
import timeline.local.process.LogFile;
import timeline.local.process.Signal;
import timeline.stores.StoreFailedException;
import timeline.stores.redis.RedisClusterFormation;

/**
 * Starts all components side by side, each as soon as what it needs is ready. What runs already is adopted; the first failure
 * ends the attempt.
 */
final class Startup {
    /** Generous: on a busy machine a service takes most of a minute. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Blueprint> blueprints;
    private final Children children;
    private final Undo undo;
    private final Terminal terminal;
    private final Supplier<CacheFormat> cache;
    private final Map<String, CountDownLatch> notReady = new LinkedHashMap<>();

    Startup(List<Blueprint> blueprints, Children children, Undo undo, Terminal terminal,
            Supplier<CacheFormat> cache) {
        this.cache = cache;
        this.blueprints = blueprints;
        this.children = children;
        this.undo = undo;
        this.terminal = terminal;
        blueprints.forEach(blueprint -> notReady.merge(blueprint.component().kind(), new CountDownLatch(1),
                (latch, another) -> new CountDownLatch((int) latch.getCount() + 1)));
    }

    /** Returns when everything is ready. */
    void run() throws InterruptedException {
        List<Callable<String>> tasks = new ArrayList<>();
        blueprints.forEach(blueprint -> tasks.add(() -> bringUp(blueprint)));
        if (notReady.containsKey("redis")) {
            tasks.add(this::formRedisCluster);
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<String> done = new ExecutorCompletionService<>(threads);
            tasks.forEach(done::submit);
            for (int i = 0; i < tasks.size(); i++) {
                String remark = done.take().get();
                if (!remark.isEmpty()) {
                    terminal.progress(remark);
                }
            }
        } catch (ExecutionException failure) {
            throw explained(failure);
        } finally {
            // The others are interrupted where they wait; the processes that they started are taken back by the caller.
            threads.shutdownNow();
        }
    }

    private String bringUp(Blueprint blueprint) throws IOException, InterruptedException {
        for (String need : blueprint.needs()) {
            ready(need).await();
        }
        boolean adopted = children.find(blueprint.name()).isPresent();
        if (adopted) {
            // It may have been paused. To a running process this is nothing.
            children.signal(blueprint.name(), Signal.CONT);
        } else {
            var launch = blueprint.prepare();
            new LogFile(blueprint.log()).rotate();
            undo.start(blueprint, launch);
        }
        new Readiness(children).await(blueprint, PATIENCE);
        ready(blueprint.component().kind()).countDown();
        return blueprint.component().kind().equals("redis")
                ? ""
                : blueprint.name() + (adopted ? " was running" : " ready");
    }

    private String formRedisCluster() throws InterruptedException {
        List<Blueprint> nodes = blueprints.stream().filter(blueprint -> blueprint.component().kind().equals("redis"))
                .toList();
        ready("redis").await();
        List<Integer> ports = nodes.stream().map(node -> node.component().port()).toList();
        CacheFormat format = cache.get();
        new RedisClusterFormation(ports, nodes.size() / 2, format.operator()).form(PATIENCE);
        String renewed = format.renew(ports);
        return "redis-1..." + nodes.size() + " ready, one cluster" + (renewed.isEmpty() ? "" : "; " + renewed);
    }

    private CountDownLatch ready(String kind) {
        CountDownLatch latch = notReady.get(kind);
        if (latch == null) {
            throw new IllegalArgumentException("no component is a " + kind);
        }
        return latch;
    }

    private static StackException explained(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return switch (cause == null ? failure : cause) {
            case StackException known -> known;
            case StoreFailedException store -> new StackException(String.valueOf(store.getMessage()), store);
            case Throwable other -> new StackException("the start failed: " + other, other);
        };
    }
}
