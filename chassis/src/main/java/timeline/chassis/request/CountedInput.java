package timeline.chassis.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that ends with a 413 when more than the limit is read of it. */
final class CountedInput extends ServletInputStream {
    private final ServletInputStream body;
    private long leftBytes;

    CountedInput(ServletInputStream body, long limitBytes) {
        this.body = body;
        this.leftBytes = limitBytes;
    }

    @Override
    public int read() throws IOException {
        int next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = body.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        leftBytes -= read;
        if (leftBytes < 0) {
            throw BodyLimitFilter.tooLarge();
        }
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
