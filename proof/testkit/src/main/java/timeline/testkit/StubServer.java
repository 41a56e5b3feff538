package timeline.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers requests of HTTP/1.1 as a test wants it. */
public final class StubServer implements AutoCloseable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();

    /** What the server does about a request. */
    @FunctionalInterface
    public interface Behaviour {
        /**
         * @param target of the request
         * @param before how many this connection has brought before
         * @return the bytes to send; an empty text closes the connection, and so does a NUL at the end
         */
        String answer(String target, int before) throws InterruptedException;
    }

    private StubServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.server = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
    }

    public static StubServer start(Behaviour behaviour) throws IOException {
        StubServer stub = new StubServer(behaviour);
        Thread.ofVirtual().start(stub::accept);
        return stub;
    }

    public static String page() {
        return "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    }

    public static String refusal() {
        String body = "{\"type\":\"urn:timeline:problem:overloaded\"}";
        return "HTTP/1.1 503 \r\nRetry-After: 1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Works on two at once, for 20 ms each; lets some wait and refuses the others. */
    public static Behaviour limited() {
        Semaphore places = new Semaphore(20);
        Semaphore workers = new Semaphore(2);
        return (target, before) -> {
            if (!places.tryAcquire()) {
                return refusal();
            }
            try {
                workers.acquire();
                try {
                    // Nobody counts it down: it takes as long as real work would.
                    boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
                } finally {
                    workers.release();
                }
            } finally {
                places.release();
            }
            return page();
        };
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    }

    /** How many connections there have been. */
    public int accepted() {
        return accepted.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            int before = 0;
            for (String target = target(in); !target.isEmpty(); target = target(in)) {
                String answer = behaviour.answer(target, before++);
                if (answer.isEmpty()) {
                    return;
                }
                out.write(answer.getBytes(StandardCharsets.UTF_8));
                if (answer.endsWith("\u0000")) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client has closed it.
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** The target of the next request, which is read to its end; empty when there is none. */
    private static String target(InputStream in) throws IOException {
        String line = line(in);
        String target = line.isEmpty() ? "" : line.split(" ", -1)[1];
        int body = 0;
        while (!line.isEmpty()) {
            line = line(in);
            if (line.startsWith("Content-Length: ")) {
                body = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        in.skipNBytes(body);
        return target;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
