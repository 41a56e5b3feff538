package timeline.system.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection to the gateway, kept for as long as it is good. Each comes from an address of its own, so that the limits by
 * address, which are for strangers, do not see one stranger. For one thread.
 */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    private final int port;
    /** Null while there is no connection. */
    private @Nullable Socket socket;

    Wire(int port) {
        this.port = port;
    }

    /**
     * Sends a request and reads the answer; of one that is not framed, what there is of it: the client says that no more will come.
     *
     * @return empty when the other side ends the connection instead
     */
    Optional<Reply> send(RawRequest request) throws IOException {
        boolean used = socket != null;
        Optional<Reply> reply = attempt(request);
        // Ended behind the last answer, before the request was there: any client would try again.
        return reply.isEmpty() && used ? attempt(request) : reply;
    }

    private Optional<Reply> attempt(RawRequest request) throws IOException {
        Socket connection = connected();
        long begun = System.nanoTime();
        boolean good = false;
        try {
            connection.getOutputStream().write(request.bytes());
            connection.getOutputStream().flush();
            if (!request.framed()) {
                connection.shutdownOutput();
            }
            Optional<Reply> reply = read(connection.getInputStream(), request.method(), begun);
            good = request.framed() && reply.isPresent()
                    && !reply.get().header("connection").equalsIgnoreCase("close");
            return reply;
        } catch (SocketException reset) {
            return Optional.empty();
        } finally {
            if (!good) {
                close();
            }
        }
    }

    private Socket connected() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port, address(), 0);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.setTcpNoDelay(true);
            socket = open;
        }
        return open;
    }

    /** Another one for each connection: every address of this network is this machine's own. */
    private static InetAddress address() throws IOException {
        int number = CONNECTIONS.incrementAndGet();
        return InetAddress.getByAddress(new byte[]{127, 1, (byte) (number >> 8), (byte) number});
    }

    private static Optional<Reply> read(InputStream stream, String method, long begun) throws IOException {
        InputStream in = new BufferedInputStream(stream);
        while (true) {
            Optional<String> first = line(in);
            if (first.isEmpty()) {
                return Optional.empty();
            }
            int status = Integer.parseInt(first.get().split(" ", 3)[1]);
            Map<String, List<String>> headers = headers(in);
            if (status >= 200) {
                boolean bare = method.equals("HEAD") || status == 204 || status == 304;
                byte[] body = bare ? new byte[0] : body(in, headers);
                return Optional.of(new Reply(status, headers, new String(body, StandardCharsets.UTF_8),
                        Duration.ofNanos(System.nanoTime() - begun)));
            }
        }
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(in).orElse(""); !line.isEmpty(); line = line(in).orElse("")) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        List<String> length = headers.get("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length.getFirst()));
        }
        if (!headers.containsKey("transfer-encoding")) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int chunk = chunk(in); chunk > 0; chunk = chunk(in)) {
            body.write(in.readNBytes(chunk));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).orElseThrow(() -> new IOException("the answer ends in mid-body")), 16);
    }

    /** Empty at the end of the stream. */
    private static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the answer ends in: " + line);
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
