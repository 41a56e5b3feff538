package timeline.load.generator;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection that is kept alive, with one request on it at a time (no pipelining). */
final class Connection {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final AnswerParser parser = new AnswerParser();
    private ByteBuffer out = NOTHING;
    private @Nullable Exchange exchange;
    private boolean hasAnswered;

    private Connection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.key = channel.register(selector, channel.isConnected() ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT,
                this);
    }

    /** Begins to connect; the first request may be given to it at once. */
    static Connection open(InetSocketAddress server, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(server);
            return new Connection(channel, selector);
        } catch (IOException unreachable) {
            channel.close();
            throw unreachable;
        }
    }

    /** Null when it is idle. */
    @Nullable
    Exchange exchange() {
        return exchange;
    }

    /** Whether it broke although it had worked, before a byte of the answer came: the server had closed it when the request came. */
    boolean wasStale() {
        return hasAnswered && parser.isFresh();
    }

    void send(Exchange next) throws IOException {
        exchange = next;
        out = ByteBuffer.wrap(next.request);
        if (channel.isConnected()) {
            write();
        }
    }

    /**
     * Does what it is ready for.
     *
     * @return the answer to its request, when that is complete: the connection is idle then
     * @throws IOException when it is of no use any more
     */
    @Nullable
    Answer go(ByteBuffer scratch) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            write();
            return null;
        }
        if (key.isWritable()) {
            write();
        }
        return key.isReadable() ? read(scratch) : null;
    }

    private void write() throws IOException {
        channel.write(out);
        int wanted = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        // Each change is a system call.
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    private @Nullable Answer read(ByteBuffer scratch) throws IOException {
        scratch.clear();
        if (channel.read(scratch) < 0) {
            throw new EOFException("closed by the server");
        }
        scratch.flip();
        if (exchange == null && scratch.hasRemaining()) {
            throw new IOException("an answer to no request");
        }
        Answer answer = parser.read(scratch);
        if (answer != null) {
            if (scratch.hasRemaining()) {
                throw new IOException("more than one answer to a request");
            }
            hasAnswered = true;
            exchange = null;
        }
        return answer;
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }
}
