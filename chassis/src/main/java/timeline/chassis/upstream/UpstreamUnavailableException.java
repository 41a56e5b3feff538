package timeline.chassis.upstream;

import org.jspecify.annotations.Nullable;

/**
 * No instance of a service gave a usable answer in time. Whether a call that was sent took effect is not known, unless
 * {@link #sent()} is false. Uncaught, it becomes a 503 {@code unavailable}.
 */
public final class UpstreamUnavailableException extends RuntimeException {
    private final String service;
    private final boolean sent;

    UpstreamUnavailableException(String service, boolean sent, @Nullable Throwable cause) {
        super(service + " is unavailable", cause);
        this.service = service;
        this.sent = sent;
    }

    /** The service that was called. */
    public String service() {
        return service;
    }

    /** Whether a byte of the request may have reached an instance. */
    public boolean sent() {
        return sent;
    }
}
