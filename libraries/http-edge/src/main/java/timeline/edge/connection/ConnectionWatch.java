package timeline.edge.connection;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every connection, round after round. Nothing that a connection does may end it, nor hide the others from it: nobody would
 * miss it, and from then on who is late or does nothing would hold a connection for good.
 *
 * @param <C> a connection
 */
final class ConnectionWatch<C> implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);

    private final Rounds rounds;
    private final Supplier<? extends Collection<? extends C>> connections;
    private final Consumer<? super C> look;

    /** When to look. */
    @FunctionalInterface
    interface Rounds {
        /** Waits for the next round; false: there is none. */
        boolean awaitNext() throws InterruptedException;
    }

    ConnectionWatch(Rounds rounds, Supplier<? extends Collection<? extends C>> connections, Consumer<? super C> look) {
        this.rounds = rounds;
        this.connections = connections;
        this.look = look;
    }

    @Override
    public void run() {
        try {
            while (rounds.awaitNext()) {
                attempt(() -> connections.get().forEach(connection -> attempt(() -> look.accept(connection))));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (Throwable defect) {
            // An error too: what there is no memory for in this round, there may be in the next.
            log.error("A connection could not be looked at, and is looked at again", defect);
        }
    }
}
