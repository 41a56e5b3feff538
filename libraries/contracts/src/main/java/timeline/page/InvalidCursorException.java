package timeline.page;

/** A cursor that was not made for this caller and this list. The client gets a 400 {@code invalid-cursor}. */
public final class InvalidCursorException extends RuntimeException {
    private static final String MESSAGE = "The cursor was not issued to this caller for this list.";

    public InvalidCursorException() {
        super(MESSAGE);
    }

    public InvalidCursorException(Throwable cause) {
        super(MESSAGE, cause);
    }
}
