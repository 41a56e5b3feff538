package timeline.hometimeline;

import org.jspecify.annotations.Nullable;

/** The cache, or a part of it, did not answer in time: an outage, not a fault of the request. */
public final class HomeTimelinesUnavailableException extends RuntimeException {
    public HomeTimelinesUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
