package timeline.calls;

import java.io.IOException;

/** No connection to an instance: the request was certainly not sent, so that even a POST may go to another one. */
final class NotConnectedException extends IOException {
    private final boolean refused;

    /** @param refused whether somebody said no; otherwise nobody said anything in time */
    NotConnectedException(IOException cause, boolean refused) {
        super(cause);
        this.refused = refused;
    }

    /** Whether the connection was refused: that is certain, whereas a connect time-out may be the caller's own lateness. */
    boolean wasRefused() {
        return refused;
    }
}
