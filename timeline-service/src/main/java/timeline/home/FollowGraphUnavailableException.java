package timeline.home;

import org.jspecify.annotations.Nullable;

/** The follow-service did not answer in time: an outage, not a fault of the request. */
public final class FollowGraphUnavailableException extends RuntimeException {
    public FollowGraphUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
