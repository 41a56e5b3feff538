package timeline.calls;

import java.io.IOException;

/** No connection to an instance: the request was certainly not sent, so that even a POST may go to another one. */
final class NotConnectedException extends IOException {
    NotConnectedException(IOException cause) {
        super(cause);
    }
}
