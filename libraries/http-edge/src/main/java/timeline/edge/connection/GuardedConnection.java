package timeline.edge.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A connection that looks at every byte and at the time before Tomcat's parsers do. Their own time-outs begin anew with each byte,
 * wherever they are: in a chunk's size, a trailer, a body that nobody wants any more. Here a request has one time, from its first
 * byte, until all of it must have come, and as much again until its answer must have gone.
 *
 * <p>Tomcat is handed a head up to its empty line and a body up to its length, never what follows: so each head begins with a byte
 * that is seen here, and {@link RequestHead} misses none.
 */
final class GuardedConnection extends NioSocketWrapper {
    private final long budgetNanos;
    private final RequestHead head;
    private volatile @Nullable Request request;
    private long bodyBytesLeft;
    private Duration rest = Duration.ZERO;

    GuardedConnection(NioChannel channel, NioEndpoint endpoint, Duration budget, int headLimitBytes) {
        super(channel, endpoint);
        this.budgetNanos = budget.toNanos();
        this.head = new RequestHead(headLimitBytes);
    }

    /** From here on bytes belong to this request, or to what of it is yet to come; null: to none. */
    void serves(@Nullable Request next) {
        request = next;
    }

    /** Whether nobody waits for anything on it. */
    boolean isIdle() {
        return request == null;
    }

    /** Is not read for so long, once. */
    void rest(Duration time) {
        rest = time;
    }

    /** Between two requests: a rest holds neither a processor nor a thread of the machine's. */
    @Override
    public void registerReadInterest() {
        Duration resting = rest;
        rest = Duration.ZERO;
        if (resting.isZero()) {
            super.registerReadInterest();
        } else {
            Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(resting);
                } catch (InterruptedException nobodyDoes) {
                    Thread.currentThread().interrupt();
                }
                if (!isClosed()) {
                    super.registerReadInterest();
                }
            });
        }
    }

    /** Whether a request has begun to arrive, and has had its time without its head being complete. */
    boolean isLate() {
        Request arriving = request;
        return arriving != null && isHead(arriving) && arriving.getStartTimeNanos() >= 0 && leftNanos(arriving, 1) <= 0;
    }

    /** Between two reads of an unfinished head the stage is ENDED; behind an answer it is KEEPALIVE. */
    private static boolean isHead(Request request) {
        int stage = request.getRequestProcessor().getStage();
        return stage == Constants.STAGE_PARSE || stage == Constants.STAGE_KEEPALIVE || stage == Constants.STAGE_ENDED
                || stage == Constants.STAGE_NEW;
    }

    private long leftNanos(Request of, int budgets) {
        long start = of.getStartTimeNanos();
        return start < 0 ? budgets * budgetNanos : start + budgets * budgetNanos - System.nanoTime();
    }

    @Override
    public int read(boolean block, ByteBuffer to) throws IOException {
        Request reader = request;
        if (reader == null) {
            return super.read(block, to);
        }
        return isHead(reader) ? readHead(block, to) : readBody(reader, block, to);
    }

    @Override
    public int read(boolean block, byte[] to, int offset, int length) throws IOException {
        return read(block, ByteBuffer.wrap(to, offset, length));
    }

    private int readHead(boolean block, ByteBuffer to) throws IOException {
        if (head.hasEnded()) {
            head.restart();
        }
        int from = to.position();
        int read = super.read(block, to);
        if (read > 0) {
            int end = head.read(to, from, to.position());
            handBack(to, end);
            bodyBytesLeft = head.bodyBytes();
            return end - from;
        }
        return read;
    }

    private int readBody(Request reader, boolean block, ByteBuffer to) throws IOException {
        if (block && leftNanos(reader, 1) <= 0) {
            throw new SocketTimeoutException("the body did not arrive in time");
        }
        int from = to.position();
        int read = super.read(block, to);
        if (read > 0 && !head.isChunked()) {
            // Behind chunks nothing is read: the connection is closed (AnswerHeaders).
            int end = from + (int) Math.min(read, bodyBytesLeft);
            handBack(to, end);
            bodyBytesLeft -= end - from;
            return end - from;
        }
        return read;
    }

    private void handBack(ByteBuffer to, int end) {
        if (end < to.position()) {
            ByteBuffer rest = to.duplicate();
            rest.limit(to.position()).position(end);
            unRead(rest);
            to.position(end);
        }
    }

    /** Asked for before each wait. */
    @Override
    public long getReadTimeout() {
        return atMost(super.getReadTimeout(), 1);
    }

    @Override
    public long getWriteTimeout() {
        return atMost(super.getWriteTimeout(), 2);
    }

    private long atMost(long millis, int budgets) {
        Request served = request;
        if (served == null || isHead(served)) {
            return millis;
        }
        long leftMillis = Math.max(1, leftNanos(served, budgets) / 1_000_000);
        return millis > 0 ? Math.min(millis, leftMillis) : leftMillis;
    }
}
