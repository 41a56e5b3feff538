package timeline.edge.connection;

/** A request whose head is not taken. Tomcat answers an {@code IllegalArgumentException} while it reads a head, and closes. */
final class RefusedHead extends IllegalArgumentException {
    private final int status;

    /** @param status what the client is answered */
    RefusedHead(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Nobody reads it, and refusing must stay cheap. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
