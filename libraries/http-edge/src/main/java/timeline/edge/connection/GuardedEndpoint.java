package timeline.edge.connection;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes each accepted connection a {@link GuardedConnection}; all else is as Tomcat does it. */
final class GuardedEndpoint extends NioEndpoint {
    private static final Logger log = LoggerFactory.getLogger(GuardedEndpoint.class);

    private volatile Duration budget = Duration.ofSeconds(2);
    private volatile int headLimitBytes = 8192;

    void setBudget(Duration budget) {
        this.budget = budget;
    }

    Duration budget() {
        return budget;
    }

    void setHeadLimitBytes(int headLimitBytes) {
        this.headLimitBytes = headLimitBytes;
    }

    /** Tomcat's own, but for the kind of connection. False tells the caller to close the socket. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        @Nullable
        GuardedConnection connection = null;
        try {
            NioChannel channel = recycledOrNewChannel();
            connection = new GuardedConnection(channel, this, budget, headLimitBytes);
            channel.reset(socket, connection);
            connections.put(socket, connection);
            socket.configureBlocking(false);
            socketProperties.setProperties(socket.socket());
            connection.setReadTimeout(getConnectionTimeout());
            connection.setWriteTimeout(getConnectionTimeout());
            connection.setKeepAliveLeft(getMaxKeepAliveRequests());
            getPoller().register(connection);
            return true;
        } catch (IOException | RuntimeException gone) {
            log.debug("A connection ended before it began", gone);
            if (connection == null) {
                destroySocket(socket);
            }
            return false;
        }
    }

    private NioChannel recycledOrNewChannel() {
        NioChannel recycled = getNioChannels() == null ? null : getNioChannels().pop();
        return recycled != null
                ? recycled
                : createChannel(new SocketBufferHandler(socketProperties.getAppReadBufSize(),
                        socketProperties.getAppWriteBufSize(), socketProperties.getDirectBuffer()));
    }
}
