package timeline.local;

/** What the command line asks for makes no sense: the message, one sentence, is printed, and the exit code is 2. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
