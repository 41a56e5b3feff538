package timeline.stores.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The little of PostgreSQL's protocol that probing takes: log in without a password, one simple query at a time. Who needs more
 * uses a driver.
 */
public final class PostgresConnection implements AutoCloseable {
    private static final int PROTOCOL_3 = 3 << 16;

    private final Socket socket;
    private final DataInputStream in;

    private PostgresConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /**
     * @param patience for connecting, and for each answer
     * @throws IOException also while the server is starting or recovering
     */
    public static PostgresConnection open(int loopbackPort, String user, String database, Duration patience)
            throws IOException {
        Socket socket = new Socket();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), loopbackPort), millis);
            PostgresConnection connection = new PostgresConnection(socket);
            connection.logIn(user, database);
            return connection;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    private void logIn(String user, String database) throws IOException {
        String parameters = "user\0" + user + "\0database\0" + database + "\0\0";
        byte[] text = parameters.getBytes(StandardCharsets.UTF_8);
        ByteBuffer startup = ByteBuffer.allocate(8 + text.length).putInt(8 + text.length).putInt(PROTOCOL_3).put(text);
        socket.getOutputStream().write(startup.array());
        untilReady();
    }

    /** Runs one statement. @return the last row's first column, or null when there is none */
    public @Nullable String query(String sql) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = (sql + "\0").getBytes(StandardCharsets.UTF_8);
        try (DataOutputStream message = new DataOutputStream(bytes)) {
            message.writeByte('Q');
            message.writeInt(4 + text.length);
            message.write(text);
        }
        socket.getOutputStream().write(bytes.toByteArray());
        return untilReady();
    }

    private @Nullable String untilReady() throws IOException {
        String value = null;
        String error = null;
        while (true) {
            char type = (char) in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            switch (type) {
                case 'D' -> value = firstColumn(ByteBuffer.wrap(body));
                case 'R' -> requireNoPassword(ByteBuffer.wrap(body).getInt());
                case 'E' -> error = refusal(body);
                default -> {
                }
            }
            // After a fatal error the server ends the connection: nothing follows that would say "ready".
            if (error != null && (type == 'Z' || error.contains("VFATAL"))) {
                throw new IOException(error);
            }
            if (type == 'Z') {
                return value;
            }
        }
    }

    private static @Nullable String firstColumn(ByteBuffer row) {
        int columns = row.getShort();
        int length = columns == 0 ? -1 : row.getInt();
        return length < 0 ? null : StandardCharsets.UTF_8.decode(row.slice(row.position(), length)).toString();
    }

    private static void requireNoPassword(int method) throws IOException {
        if (method != 0) {
            throw new IOException("the server wants a password (method " + method + ")");
        }
    }

    private static String refusal(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
