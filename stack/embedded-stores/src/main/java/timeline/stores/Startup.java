package timeline.stores;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a launched store: ready, or failed with the reason at hand. */
public final class Startup {
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(25);
    private static final int LINES_OF_LOG = 20;

    private Startup() {
    }

    /**
     * Returns when the store answers a query.
     *
     * @throws StoreFailedException as soon as the process ends, or after {@code limit}; with the last lines of its log
     */
    public static void await(EmbeddedStore store, ProcessHandle process, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!store.isReady()) {
            if (ends(process)) {
                throw failed(store, "ended while it was starting");
            }
            if (System.nanoTime() - deadline > 0) {
                throw failed(store, "did not answer within " + limit.toSeconds() + " s");
            }
        }
    }

    private static boolean ends(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRuns) {
            return false;
        } catch (ExecutionException unknown) {
            return !process.isAlive();
        }
    }

    private static StoreFailedException failed(EmbeddedStore store, String how) {
        String tail;
        try {
            tail = String.join("\n  ", LogTail.of(store.log(), LINES_OF_LOG));
        } catch (IOException unreadable) {
            tail = unreadable.toString();
        }
        return new StoreFailedException(store.name() + " " + how + "; the end of " + store.log() + ":\n  " + tail);
    }
}
