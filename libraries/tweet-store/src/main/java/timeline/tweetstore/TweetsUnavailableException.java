package timeline.tweetstore;

import org.jspecify.annotations.Nullable;

/** The tweet store did not answer in time: an outage, not a fault of the request. What was written may or may not be there. */
public final class TweetsUnavailableException extends RuntimeException {
    public TweetsUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
