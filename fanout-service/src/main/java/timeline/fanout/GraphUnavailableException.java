package timeline.fanout;

import org.jspecify.annotations.Nullable;

/** The follow-service did not answer in time: an outage, not a fault of the tweet. What was asked for may have happened. */
public final class GraphUnavailableException extends RuntimeException {
    public GraphUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
