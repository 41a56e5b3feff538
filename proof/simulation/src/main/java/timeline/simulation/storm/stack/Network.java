package timeline.simulation.storm.stack;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import timeline.simulation.engine.Promise;
import timeline.simulation.engine.Scheduler;

/** Where processes listen. A frozen one is connected to, and says nothing; of a dead one the kernel says that it is not there. */
public final class Network {
    /** A refused connection is believed for 100 ms. */
    private static final Duration NOTICED_WITHIN = Duration.ofMillis(150);

    private record Listener(Server process, long since) {}

    private final Scheduler scheduler;
    private final Map<URI, Listener> listeners = new HashMap<>();

    Network(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void listen(URI address, Server process) {
        listeners.put(address, new Listener(process, scheduler.nanos()));
    }

    /**
     * Sends a question and waits for its answer.
     *
     * @param givenUp completes when it is no longer waited for
     */
    public Reply ask(URI address, Question question, Duration timeout, CompletionStage<?> givenUp) {
        Server process = process(address);
        return process == null
                ? Reply.NOT_CONNECTED
                : exchange(process, () -> process.answer(question), timeout, givenUp);
    }

    Reply probe(URI address, boolean asksForReadiness) {
        Server process = process(address);
        return process == null
                ? Reply.NOT_CONNECTED
                : exchange(process, () -> process.serving(asksForReadiness), Settings.PROBE_PATIENCE,
                        new CompletableFuture<>());
    }

    private Reply exchange(Server process, Supplier<Reply> work, Duration timeout, CompletionStage<?> givenUp) {
        Promise<Reply> reply = new Promise<>(scheduler);
        var _ = givenUp.thenRun(() -> reply.keep(Reply.NONE));
        process.opened(reply);
        try {
            process.machine().spawn("request", () -> reply.keep(work.get()));
            return reply.await(timeout.toNanos()).orElse(Reply.NONE);
        } finally {
            process.closed(reply);
        }
    }

    /** Whether one of them has been able to answer for so long that whoever calls it knows. */
    boolean couldAnswer(Collection<URI> addresses) {
        return addresses.stream().map(listeners::get).anyMatch(listener -> listener != null
                && !listener.process().machine().isCrashed() && !listener.process().machine().isStopped()
                && scheduler.nanos() - listener.since() > NOTICED_WITHIN.toNanos());
    }

    /** Whether nobody answers there. */
    boolean isGone(URI address) {
        Server server = process(address);
        return server == null || server.machine().isStopped();
    }

    private @Nullable Server process(URI address) {
        Listener listener = listeners.get(address);
        return listener == null || listener.process().machine().isCrashed() ? null : listener.process();
    }
}
