package timeline.stores.redis;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The little of RESP that forming and probing a cluster takes: commands of strings, answers that are one string or number. No
 * client library, so that nothing of one gets onto the class path of services and tests.
 */
public final class RedisConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    private RedisConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * @param patience for connecting, and for each answer
     * @throws RedisErrorException when the server does not know the user or the password, or is not ready
     */
    public static RedisConnection open(int loopbackPort, Duration patience, RedisLogin login) throws IOException {
        RedisConnection connection = open(loopbackPort, patience);
        try {
            connection.call("AUTH", login.user(), login.password());
            return connection;
        } catch (IOException refused) {
            connection.close();
            throw refused;
        }
    }

    /**
     * As nobody, whom our servers answer nothing.
     *
     * @param patience for connecting, and for each answer
     */
    public static RedisConnection open(int loopbackPort, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), loopbackPort), millis);
            return new RedisConnection(socket);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Sends one command and returns its answer. @throws RedisErrorException when the answer is an error */
    public String call(String... command) throws IOException {
        StringBuilder request = new StringBuilder("*").append(command.length).append("\r\n");
        for (String word : command) {
            request.append('$').append(word.getBytes(StandardCharsets.UTF_8).length).append("\r\n").append(word)
                    .append("\r\n");
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return answer();
    }

    private String answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> bulk(Integer.parseInt(rest));
            case '-' -> throw new RedisErrorException(rest);
            default -> throw new IOException("an answer that was not expected: " + line);
        };
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] bytes = in.readNBytes(length + 2);
        if (bytes.length < length + 2) {
            throw new EOFException("the connection ended within an answer");
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended before an answer");
            }
            line.append((char) next);
        }
        if (line.length() < 2) {
            throw new IOException("an answer without content");
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
