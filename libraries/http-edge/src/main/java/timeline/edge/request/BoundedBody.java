package timeline.edge.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import timeline.deadline.Deadline;
import timeline.edge.Problem;
import timeline.edge.ProblemException;

/** A body that ends with a 413 when more than the limit is read of it, and with a 408 when it is not there in time. */
final class BoundedBody extends ServletInputStream {
    private final ServletInputStream body;
    private final Deadline deadline;
    private long leftBytes;

    BoundedBody(ServletInputStream body, long limitBytes, Deadline deadline) {
        this.body = body;
        this.leftBytes = limitBytes;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = body.read(buffer, offset, length);
        } catch (IOException broken) {
            throw problem(broken);
        }
        leftBytes -= Math.max(0, read);
        if (leftBytes < 0) {
            throw BodyFilter.tooLarge();
        }
        if (read >= 0 && deadline.hasPassed()) {
            throw tooSlow();
        }
        return read;
    }

    /** The container wraps whatever a read ends with in an exception that says that the client is gone. */
    private static ProblemException problem(IOException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return tooSlow();
            }
        }
        return broken instanceof ClientAbortException
                ? Problem.CLIENT_GONE.because("The client ended the connection in the middle of its request.")
                : Problem.MALFORMED_BODY.because("The body is not properly chunked.");
    }

    private static ProblemException tooSlow() {
        return Problem.REQUEST_TIMEOUT.because("The body did not arrive in time.");
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
