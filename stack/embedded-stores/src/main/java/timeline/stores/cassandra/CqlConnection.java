package timeline.stores.cassandra;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The little of Cassandra's native protocol (version 4) that probing takes: log in without a password, one plain statement at a
 * time. Who needs more uses a driver.
 */
public final class CqlConnection implements AutoCloseable {
    private static final byte VERSION = 4;
    private static final int HEADER = 9;
    private static final int ERROR = 0x00;
    private static final int STARTUP = 0x01;
    private static final int QUERY = 0x07;
    private static final int ROWS = 2;
    private static final short CONSISTENCY_ONE = 1;
    private static final byte SKIP_METADATA = 2;
    private static final int HAS_MORE_PAGES = 2;

    private final Socket socket;

    private CqlConnection(Socket socket) {
        this.socket = socket;
    }

    /** @param patience for connecting, and for each answer */
    public static CqlConnection open(int loopbackPort, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), loopbackPort), millis);
            CqlConnection connection = new CqlConnection(socket);
            connection.exchange(STARTUP, ByteBuffer.allocate(64).putShort((short) 1).put(text("CQL_VERSION"))
                    .put(text("3.0.0")).flip());
            return connection;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Runs one statement. @return the first column of each row on the first page, as bytes */
    public List<byte[]> query(String cql) throws IOException {
        byte[] text = cql.getBytes(StandardCharsets.UTF_8);
        ByteBuffer answer = exchange(QUERY, ByteBuffer.allocate(text.length + 7).putInt(text.length).put(text)
                .putShort(CONSISTENCY_ONE).put(SKIP_METADATA).flip());
        return answer.getInt() == ROWS ? firstColumns(answer) : List.of();
    }

    private static List<byte[]> firstColumns(ByteBuffer answer) {
        int flags = answer.getInt();
        int columns = answer.getInt();
        if ((flags & HAS_MORE_PAGES) != 0) {
            bytes(answer);
        }
        List<byte[]> first = new ArrayList<>();
        for (int rows = answer.getInt(); rows > 0; rows--) {
            first.add(bytes(answer));
            for (int i = 1; i < columns; i++) {
                bytes(answer);
            }
        }
        return first;
    }

    private ByteBuffer exchange(int opcode, ByteBuffer body) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + body.remaining()).put(VERSION).put((byte) 0).putShort((short) 0)
                .put((byte) opcode).putInt(body.remaining()).put(body);
        socket.getOutputStream().write(frame.array());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
        if (header.remaining() < HEADER) {
            throw new IOException("the connection ended before an answer");
        }
        ByteBuffer answer = ByteBuffer.wrap(in.readNBytes(header.getInt(5)));
        if (header.get(4) == ERROR) {
            int code = answer.getInt();
            throw new IOException("error " + code + ": " + StandardCharsets.UTF_8.decode(answer.position(6)));
        }
        return answer;
    }

    private static ByteBuffer text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + bytes.length).putShort((short) bytes.length).put(bytes).flip();
    }

    private static byte[] bytes(ByteBuffer answer) {
        byte[] value = new byte[Math.max(0, answer.getInt())];
        answer.get(value);
        return value;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
