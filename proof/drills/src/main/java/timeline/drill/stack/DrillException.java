package timeline.drill.stack;

/** A drill could not be carried out: that says nothing about the system, and is no verdict. */
public final class DrillException extends RuntimeException {
    public DrillException(String message) {
        super(message);
    }

    public DrillException(String message, Throwable cause) {
        super(message, cause);
    }
}
