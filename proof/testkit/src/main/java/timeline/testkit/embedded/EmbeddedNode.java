package timeline.testkit.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import timeline.stores.EmbeddedStore;
import timeline.stores.PortCheck;
import timeline.stores.Signal;
import timeline.stores.Startup;
import timeline.stores.StoreFailedException;
import timeline.testkit.StoreNode;

/** A store as a child process of this JVM. */
final class EmbeddedNode implements StoreNode {
    /** A busy machine starts a JVM store in tens of seconds. */
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final EmbeddedStore store;
    private final Reaper reaper;
    private @Nullable Process process;

    EmbeddedNode(EmbeddedStore store, Reaper reaper) {
        this.store = store;
        this.reaper = reaper;
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public int port() {
        return store.port();
    }

    @Override
    public void start() {
        launch();
        awaitReady();
    }

    void launch() {
        try {
            PortCheck.requireFree(store);
            process = store.prepare().toProcessBuilder().start();
            reaper.watch(process.pid());
        } catch (IOException broken) {
            throw new UncheckedIOException(store.name() + " can't be launched", broken);
        }
    }

    void awaitReady() {
        try {
            Startup.await(store, running().toHandle(), START);
        } catch (StoreFailedException failed) {
            kill();
            throw failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void kill() {
        running().destroyForcibly();
        gone(running());
    }

    @Override
    public void stop() {
        store.stopSignal().send(running().pid());
        if (!ended(running(), STOP)) {
            running().destroyForcibly();
        }
        gone(running());
    }

    @Override
    public void pause() {
        // PostgreSQL's clients are served by its children. Who was not stopped yet may have had another one meanwhile.
        Set<ProcessHandle> stopped = new HashSet<>();
        while (stopped.addAll(family())) {
            for (ProcessHandle member : stopped) {
                reaper.watch(member.pid());
                Signal.STOP.send(member.pid());
            }
        }
    }

    @Override
    public void unpause() {
        for (ProcessHandle member : family()) {
            Signal.CONT.send(member.pid());
            if (member.pid() != running().pid()) {
                reaper.forget(member.pid());
            }
        }
    }

    private List<ProcessHandle> family() {
        return Stream.concat(Stream.of(running().toHandle()), running().descendants()).toList();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(store.name() + " was never started");
        }
        return process;
    }

    private void gone(Process ending) {
        if (!ended(ending, STOP)) {
            throw new IllegalStateException(store.name() + " survives SIGKILL");
        }
        reaper.forget(ending.pid());
    }

    private static boolean ended(Process ending, Duration limit) {
        try {
            return ending.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
