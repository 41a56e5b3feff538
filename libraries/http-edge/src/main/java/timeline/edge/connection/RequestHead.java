package timeline.edge.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads along while the head of a request comes in, and refuses what has two meanings or is too large, before the parser makes
 * one meaning of it: Tomcat unfolds folded lines, ends lines at a bare line feed, and forgets a length beside chunks. Whoever
 * stands before this server may read the same bytes otherwise, and then one of the two sees a request that the other does not.
 */
final class RequestHead {
    private static final int MOST_HEADERS = 100;

    private final int limitBytes;
    private final byte[] line;
    private int lineBytes;
    private int bytes;
    private int lines;
    private boolean carriageReturn;
    private boolean ended;
    private boolean chunked;
    private long lengthBytes;
    private boolean lengthSaid;

    /** @param limitBytes request line and headers together */
    RequestHead(int limitBytes) {
        this.limitBytes = limitBytes;
        this.line = new byte[64];
    }

    /** Forgets the request; the next byte is the first of another. */
    void restart() {
        lineBytes = 0;
        bytes = 0;
        lines = 0;
        carriageReturn = false;
        ended = false;
        chunked = false;
        lengthBytes = 0;
        lengthSaid = false;
    }

    /** Whether the empty line has been seen. */
    boolean hasEnded() {
        return ended;
    }

    /** Whether the length of the body is known only when it has come. */
    boolean isChunked() {
        return chunked;
    }

    /** The bytes of the body that the head announces; zero when it is chunked. */
    long bodyBytes() {
        return chunked ? 0 : lengthBytes;
    }

    /**
     * Goes through the bytes of the buffer between the two positions.
     *
     * @return the position behind the head's last byte, or {@code to} when more of it is to come
     * @throws RefusedHead at the first byte that spoils it
     */
    int read(ByteBuffer buffer, int from, int to) {
        for (int at = from; at < to; at++) {
            take(buffer.get(at));
            if (ended) {
                return at + 1;
            }
        }
        return to;
    }

    private void take(byte next) {
        if (++bytes > limitBytes) {
            throw lines == 0
                    ? new RefusedHead(414, "The request target is too long.")
                    : new RefusedHead(431, "The request headers are too large.");
        }
        if (carriageReturn) {
            if (next != '\n') {
                throw malformed("A carriage return stands alone.");
            }
            carriageReturn = false;
            endLine();
        } else if (next == '\r') {
            carriageReturn = true;
        } else if (next == '\n') {
            throw malformed("A line ends without a carriage return.");
        } else {
            if (lineBytes == 0 && lines > 0 && (next == ' ' || next == '\t')) {
                throw malformed("A header is folded.");
            }
            if (lineBytes < line.length) {
                line[lineBytes] = next;
            }
            lineBytes++;
        }
    }

    private void endLine() {
        if (lineBytes == 0) {
            // Empty lines before a request are tolerated (RFC 9112 section 2.2), a few of them.
            ended = lines > 0;
            return;
        }
        if (lines > 0) {
            note();
        } else if (lineStart().startsWith("OPTIONS * ")) {
            // Tomcat answers that itself, with methods that nothing takes.
            throw malformed("There is nothing to tell of the server as a whole.");
        }
        lineBytes = 0;
        if (++lines > MOST_HEADERS + 1) {
            throw new RefusedHead(431, "There are too many request headers.");
        }
    }

    private String lineStart() {
        return new String(line, 0, Math.min(lineBytes, line.length), StandardCharsets.ISO_8859_1);
    }

    /** Of all headers, those two say where the request ends. */
    private void note() {
        String start = lineStart();
        int colon = start.indexOf(':');
        String name = start.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        if (name.equals("content-length")) {
            String value = start.substring(colon + 1).strip();
            if (lengthSaid || chunked || lineBytes > line.length || !value.matches("[0-9]{1,18}")) {
                throw malformed("The length of the body is not clear.");
            }
            lengthSaid = true;
            lengthBytes = Long.parseLong(value);
        } else if (name.equals("transfer-encoding")) {
            if (lengthSaid || chunked) {
                throw malformed("The length of the body is not clear.");
            }
            chunked = true;
        }
    }

    private static RefusedHead malformed(String reason) {
        return new RefusedHead(400, reason);
    }
}
