package timeline.event;

/** The bytes of a record are no event that this reader knows. Reading them again will not help: such a record is poison. */
public final class MalformedEventException extends RuntimeException {
    public MalformedEventException(String message) {
        super(message);
    }

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
