package timeline.load.generator;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of an HTTP/1.1 answer and the little that counts of it. Of bodies only the begin of those that tell an error is kept. An
 * answer that does not say how long its body is is not understood: this gateway always does.
 */
final class AnswerParser {
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int KEPT_BODY = 1024;
    private static final String PROBLEM = "\"urn:timeline:problem:";

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private boolean isInBody;
    private int headBytes;
    private int status;
    private boolean saysWhen;
    private boolean closes;
    private long bodyLeft;

    AnswerParser() {
        reset();
    }

    /** Whether not a byte of the next answer has come. */
    boolean isFresh() {
        return headBytes == 0;
    }

    /**
     * Reads on.
     *
     * @return the answer, when this was the end of it; null when there is more to come
     * @throws ProtocolException when this is not such an answer
     */
    @Nullable
    Answer read(ByteBuffer bytes) throws ProtocolException {
        while (!isInBody && bytes.hasRemaining()) {
            readHead((char) (bytes.get() & 0xff));
        }
        if (!isInBody) {
            return null;
        }
        int part = (int) Math.min(bodyLeft, bytes.remaining());
        if (status >= 400) {
            keep(bytes, Math.min(part, KEPT_BODY - body.length()));
        }
        bytes.position(bytes.position() + part);
        bodyLeft -= part;
        if (bodyLeft > 0) {
            return null;
        }
        Answer answer = new Answer(status, problem(), saysWhen, closes);
        reset();
        return answer;
    }

    private void readHead(char next) throws ProtocolException {
        if (++headBytes > LONGEST_HEAD) {
            throw new ProtocolException("a head without end");
        }
        if (next != '\n') {
            if (next != '\r') {
                line.append(next);
            }
            return;
        }
        if (status == 0) {
            status = status(line);
        } else if (line.isEmpty()) {
            endOfHead();
        } else {
            header(line);
        }
        line.setLength(0);
    }

    private void endOfHead() throws ProtocolException {
        if (status == 204 || status == 304) {
            bodyLeft = 0;
        } else if (bodyLeft < 0) {
            throw new ProtocolException("an answer " + status + " without Content-Length");
        }
        isInBody = true;
    }

    private static int status(StringBuilder line) throws ProtocolException {
        try {
            if (line.length() >= 12 && line.indexOf("HTTP/1.1 ") == 0) {
                return Integer.parseInt(line, 9, 12, 10);
            }
        } catch (NumberFormatException notHttp) {
            // Below.
        }
        throw new ProtocolException("no answer of HTTP/1.1: " + line);
    }

    private void header(StringBuilder header) throws ProtocolException {
        // Most headers are told by their first letter, and cost no more.
        switch (header.charAt(0)) {
            case 'C', 'c' -> {
                String text = header.toString().toLowerCase(Locale.ROOT);
                if (text.startsWith("content-length:")) {
                    bodyLeft = length(text.substring("content-length:".length()).strip());
                } else if (text.startsWith("connection:")) {
                    closes |= text.contains("close");
                }
            }
            case 'R', 'r' -> saysWhen |= header.toString().toLowerCase(Locale.ROOT).startsWith("retry-after:");
            default -> {
                // Nothing that counts.
            }
        }
    }

    private static long length(String text) throws ProtocolException {
        try {
            long length = Long.parseLong(text);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException notANumber) {
            // Below.
        }
        throw new ProtocolException("Content-Length: " + text);
    }

    private void keep(ByteBuffer bytes, int count) {
        byte[] kept = new byte[count];
        bytes.get(bytes.position(), kept);
        body.append(new String(kept, StandardCharsets.ISO_8859_1));
    }

    private String problem() {
        int begin = body.indexOf(PROBLEM);
        int end = begin < 0 ? -1 : body.indexOf("\"", begin + PROBLEM.length());
        return end < 0 ? "" : body.substring(begin + PROBLEM.length(), end);
    }

    private void reset() {
        line.setLength(0);
        body.setLength(0);
        isInBody = false;
        headBytes = 0;
        status = 0;
        saysWhen = false;
        closes = false;
        bodyLeft = -1;
    }
}
