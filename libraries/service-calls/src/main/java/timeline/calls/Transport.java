package timeline.calls;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends one request to one instance. */
interface Transport extends AutoCloseable {
    /**
     * @param timeout from now until the whole answer is there
     * @param givenUp completes when the answer is no longer waited for
     * @throws NotConnectedException when not a byte of the request was sent
     * @throws IOException when it may have been sent; caused by a {@link java.util.concurrent.TimeoutException} when it took
     *     too long, or was given up
     */
    UpstreamResponse send(String service, URI instance, UpstreamRequest request, Duration timeout,
            CompletableFuture<?> givenUp) throws IOException;

    /** Ends connections that were idle for too long. To be called now and then. */
    default void lookAfterIdle() {
    }

    /** What waits for an answer ends without. */
    @Override
    default void close() {
    }
}
