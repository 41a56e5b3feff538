package timeline.calls;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * No instance of a service gave a usable answer in time. Whether a call that was sent took effect is not known. Uncaught, it
 * becomes a 503 {@code unavailable}, or a 504 {@code timeout} when an instance took too long.
 */
public final class UpstreamUnavailableException extends RuntimeException {
    private final String service;
    private final transient @Nullable UpstreamResponse answer;

    private UpstreamUnavailableException(String service, @Nullable UpstreamResponse answer, @Nullable Throwable cause) {
        super(service + " is unavailable" + (answer == null ? "" : ", it answers " + answer.status()), cause);
        this.service = service;
        this.answer = answer;
    }

    static UpstreamUnavailableException answered(String service, UpstreamResponse answer) {
        return new UpstreamUnavailableException(service, answer, null);
    }

    static UpstreamUnavailableException failed(String service, @Nullable Throwable cause) {
        return new UpstreamUnavailableException(service, null, cause);
    }

    /** The service that was called. */
    public String service() {
        return service;
    }

    /** The unusable answer, when there was one. */
    public Optional<UpstreamResponse> answer() {
        return Optional.ofNullable(answer);
    }

    /** Whether the time ran out while an instance was at it. */
    public boolean timedOut() {
        return getCause() != null && getCause().getCause() instanceof TimeoutException;
    }
}
