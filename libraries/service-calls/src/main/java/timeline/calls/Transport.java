package timeline.calls;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Sends one request to one instance. */
interface Transport {
    /**
     * @param timeout from now until the whole answer is there
     * @throws NotConnectedException when not a byte of the request was sent
     * @throws IOException when it may have been sent; caused by a {@link java.util.concurrent.TimeoutException} when it took
     *     too long
     */
    UpstreamResponse send(String service, URI instance, UpstreamRequest request, Duration timeout) throws IOException;
}
