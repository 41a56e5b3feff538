package timeline.hometimeline;

/** The cache, or a part of it, did not answer in time: an outage, not a fault of the request. */
public final class HomeTimelinesUnavailableException extends RuntimeException {
    public HomeTimelinesUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
