package timeline.calls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/**
 * One connection to an instance: a question, its answer, and the next one. The protocol is HttpCore's; what is added is one deadline for
 * the whole answer, however slowly its bytes come, and a look at an idle connection that costs one system call. For one
 * caller at a time, who waits on its own (virtual) thread; only {@link #close} may come from another one.
 */
final class InstanceConnection implements AutoCloseable {
    /** A bound against an answer that never ends: a hundred times the largest that a service gives. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final Http1Config LIMITS = Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16 * 1024)
            .build();
    private static final int FIRST_FINAL_STATUS = 200;
    /** HttpCore wants to be told how long to wait for the look, and is not listened to. */
    private static final Timeout AT_ONCE = Timeout.ofMilliseconds(1);

    /** What was answered, before anybody has judged it. */
    @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

    private final SocketChannel channel;
    private final Answers answers;
    private final Protocol protocol;
    private boolean reusable;

    private InstanceConnection(SocketChannel channel, LongSupplier nanos) throws IOException {
        this.channel = channel;
        this.answers = new Answers(channel, nanos);
        this.protocol = new Protocol(channel.socket(), answers);
    }

    /**
     * Connects to an instance.
     *
     * @throws NotConnectedException when that fails, or takes too long
     */

    static InstanceConnection to(URI instance, Duration timeout, LongSupplier nanos) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            int port = instance.getPort() == -1 ? 80 : instance.getPort();
            channel.socket().connect(new InetSocketAddress(instance.getHost(), port), millis(timeout.toNanos()));
            channel.socket().setTcpNoDelay(true);
            return new InstanceConnection(channel, nanos);
        } catch (SocketTimeoutException tooSlow) {
            channel.close();
            throw new NotConnectedException(tooSlow, false);
        } catch (IOException refused) {
            channel.close();
            throw new NotConnectedException(refused, true);
        }
    }

    /**
     * Sends a question, and waits for the whole answer.
     *
     * @param end until when, in the time of {@code nanos}
     * @throws SocketTimeoutException when it is not there by then
     */
    Answer exchange(ClassicHttpRequest question, long end) throws IOException {
        reusable = false;
        answers.waitUntil(end);
        try {
            protocol.sendRequestHeader(question);
            if (question.getEntity() != null) {
                protocol.sendRequestEntity(question);
            }
            // The head and at most 16 KiB of body fit what the other host takes from a connection without its process's help.
            protocol.flush();
            ClassicHttpResponse response = protocol.receiveResponseHeader();
            while (response.getCode() < FIRST_FINAL_STATUS) {
                response = protocol.receiveResponseHeader();
            }
            byte[] body = {};
            if (MessageSupport.canResponseHaveBody(question.getMethod(), response)) {
                protocol.receiveResponseEntity(response);
                body = body(response.getEntity());
            }
            reusable = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(question, response, HttpCoreContext.create());
            return new Answer(response.getCode(), headers(response), body);
        } catch (HttpException unreadable) {
            throw new IOException("not an answer in HTTP/1.1: " + unreadable.getMessage(), unreadable);
        }
    }

    private static byte[] body(HttpEntity entity) throws IOException {
        long told = entity.getContentLength();
        if (told > MOST_BYTES) {
            throw new IOException("an answer of " + told + " bytes");
        }
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(told < 0 ? MOST_BYTES + 1 : (int) told);
            if (body.length < told || body.length > MOST_BYTES) {
                throw new IOException("an answer of " + body.length + " bytes and no end");
            }
            return body;
        }
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1)).add(header.getValue());
        }
        return headers;
    }

    /** Whether another question may follow the answered one. */
    boolean isReusable() {
        return reusable && channel.isOpen();
    }

    /**
     * Whether nothing has come since the last answer, neither the end of the connection nor a word. Whoever died has ended it, and a POST
     * sent down it could not be sent again; a word that nobody asked for would be taken for the next answer.
     */
    boolean isIdle() {
        try {
            return answers.lookOnly(() -> protocol.isDataAvailable(AT_ONCE));
        } catch (IOException broken) {
            return false;
        }
    }

    /** Whoever waits for an answer gets an exception. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException leftBehind) {
            // It was of no use any more.
        }
    }

    private static int millis(long nanos) {
        return Math.clamp(Math.ceilDiv(nanos, 1_000_000L), 1, Integer.MAX_VALUE);
    }

    /** HttpCore's, reading from what we give it. */
    private static final class Protocol extends DefaultBHttpClientConnection {
        Protocol(Socket socket, InputStream answers) throws IOException {
            super(LIMITS);
            bind(new SocketHolder(socket) {
                @Override
                protected InputStream getInputStream(Socket any) {
                    return answers;
                }
            });
        }
    }

    /** What comes from the instance, until a deadline: a time-out of the socket begins anew with every byte. */
    private static final class Answers extends InputStream {
        /** A look at what has come. */
        private interface Look {
            boolean hasCome() throws IOException;
        }

        private final SocketChannel channel;
        private final Socket socket;
        private final InputStream stream;
        private final LongSupplier nanos;
        private long end;
        private boolean looking;
        private boolean nothing;

        Answers(SocketChannel channel, LongSupplier nanos) throws IOException {
            this.channel = channel;
            this.socket = channel.socket();
            this.stream = socket.getInputStream();
            this.nanos = nanos;
        }

        void waitUntil(long nextEnd) {
            end = nextEnd;
        }

        /** Whether a look found that nothing has come: neither bytes, read already or not, nor the end. */
        boolean lookOnly(Look look) throws IOException {
            looking = true;
            nothing = false;
            try {
                return !look.hasCome() && nothing;
            } finally {
                looking = false;
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (looking) {
                return readWhatIsThere(bytes, from, most);
            }
            long left = end - nanos.getAsLong();
            if (left <= 0) {
                throw new SocketTimeoutException("no whole answer in time");
            }
            socket.setSoTimeout(millis(left));
            return stream.read(bytes, from, most);
        }

        private int readWhatIsThere(byte[] bytes, int from, int most) throws IOException {
            channel.configureBlocking(false);
            try {
                int read = channel.read(ByteBuffer.wrap(bytes, from, most));
                nothing = read == 0;
                if (nothing) {
                    throw new SocketTimeoutException("nothing yet");
                }
                return read;
            } finally {
                channel.configureBlocking(true);
            }
        }
    }
}
