package timeline.stores.postgres;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The little of PostgreSQL's protocol that probing takes: log in with a password, one simple query at a time. Who needs more uses
 * a driver.
 */
public final class PostgresConnection implements AutoCloseable {
    private static final int PROTOCOL_3 = 3 << 16;

    private final Socket socket;
    private final DataInputStream in;
    private final ScramLogin login;

    private PostgresConnection(Socket socket, String password) throws IOException {
        this.socket = socket;
        this.login = new ScramLogin(password);
        this.in = new DataInputStream(socket.getInputStream());
    }

    /**
     * @param patience for connecting, and for each answer
     * @throws IOException also while the server is starting or recovering
     */
    public static PostgresConnection open(int loopbackPort, String user, String password, String database,
            Duration patience)
            throws IOException {
        Socket socket = new Socket();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), loopbackPort), millis);
            PostgresConnection connection = new PostgresConnection(socket, password);
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
        send('Q', (sql + "\0").getBytes(StandardCharsets.UTF_8));
        return untilReady();
    }

    private void send(char type, byte[] body) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(5 + body.length).put((byte) type).putInt(4 + body.length).put(body);
        socket.getOutputStream().write(message.array());
    }

    private @Nullable String untilReady() throws IOException {
        String value = null;
        String error = null;
        while (true) {
            char type = (char) in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            switch (type) {
                case 'D' -> value = firstColumn(ByteBuffer.wrap(body));
                case 'R' -> authenticate(ByteBuffer.wrap(body));
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

    private void authenticate(ByteBuffer step) throws IOException {
        int kind = step.getInt();
        String text = StandardCharsets.UTF_8.decode(step).toString();
        switch (kind) {
            case 0 -> {
                // Logged in.
            }
            case 10 -> {
                byte[] first = login.first().getBytes(StandardCharsets.UTF_8);
                byte[] mechanism = (ScramLogin.MECHANISM + "\0").getBytes(StandardCharsets.UTF_8);
                send('p', ByteBuffer.allocate(mechanism.length + 4 + first.length).put(mechanism).putInt(first.length)
                        .put(first).array());
            }
            case 11 -> send('p', login.last(text).getBytes(StandardCharsets.UTF_8));
            case 12 -> login.verify(text);
            default -> throw new IOException("the server wants to know the password in another way (" + kind + ")");
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
