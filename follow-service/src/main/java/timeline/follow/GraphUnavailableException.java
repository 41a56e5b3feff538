package timeline.follow;

/** The store did not answer in time, or is not ready yet: an outage, not a fault of the request. */
public final class GraphUnavailableException extends RuntimeException {
    public GraphUnavailableException(String message) {
        super(message);
    }

    public GraphUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
