package timeline.load.generator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The connections to the server: opened when they are needed, kept, and replaced when they die. */
final class Connections implements AutoCloseable {
    private static final int LARGEST_READ = 64 * 1024;

    private final InetSocketAddress server;
    private final int most;
    private final Ends ends;
    private final Selector selector;
    /** The one that was used last is used next, as clients do: what a calm time does not need may time out. */
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Map<Exchange, Connection> busy = new HashMap<>();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(LARGEST_READ);

    /** Hears how exchanges end. */
    interface Ends {
        void answered(Exchange exchange, Answer answer);

        /** @param stale whether the connection had worked before, and broke before a byte of this answer */
        void broken(Exchange exchange, boolean stale);
    }

    Connections(InetSocketAddress server, int most, Ends ends) throws IOException {
        this.server = server;
        this.most = most;
        this.ends = ends;
        this.selector = Selector.open();
    }

    /** Sends a request, if there is a connection for it; it may be told at once that the connection broke. */
    boolean send(Exchange exchange) {
        Connection connection = idle.poll();
        if (connection == null) {
            if (busy.size() >= most) {
                return false;
            }
            try {
                connection = Connection.open(server, selector);
            } catch (IOException unreachable) {
                ends.broken(exchange, false);
                return true;
            }
        }
        busy.put(exchange, connection);
        try {
            connection.send(exchange);
        } catch (IOException gone) {
            broken(connection, exchange);
        }
        return true;
    }

    /** Waits for at most so many milliseconds until something can be done, and does it. */
    void go(long millis) throws IOException {
        selector.select(millis);
        Set<SelectionKey> ready = selector.selectedKeys();
        for (SelectionKey key : ready) {
            // One that was given up meanwhile is closed.
            if (key.isValid() && key.attachment() instanceof Connection connection) {
                go(connection);
            }
        }
        ready.clear();
    }

    private void go(Connection connection) {
        Exchange exchange = connection.exchange();
        try {
            Answer answer = connection.go(scratch);
            if (answer != null && exchange != null) {
                busy.remove(exchange);
                if (answer.closes()) {
                    connection.close();
                } else {
                    idle.push(connection);
                }
                ends.answered(exchange, answer);
            }
        } catch (IOException gone) {
            broken(connection, exchange);
        }
    }

    private void broken(Connection connection, @Nullable Exchange exchange) {
        connection.close();
        if (exchange == null) {
            idle.remove(connection);
        } else {
            busy.remove(exchange);
            ends.broken(exchange, connection.wasStale());
        }
    }

    /** Ends the connection on which a request waits for its answer: there is no other way to take it back. */
    void giveUp(Exchange exchange) {
        Connection connection = busy.remove(exchange);
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() {
        idle.forEach(Connection::close);
        busy.values().forEach(Connection::close);
        try {
            selector.close();
        } catch (IOException gone) {
            // Nothing waits for it.
        }
    }
}
