package timeline.system.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * One request, byte by byte: also what no HTTP client would send. Text stands for bytes: each character for one (ISO 8859-1).
 *
 * @param operation the id of the operation that it was made of
 * @param headers whole lines, without their ends
 * @param framed whether it ends where HTTP says; where it does not, the connection is no good after the answer, if there is one
 */
record RawRequest(String operation, String method, String target, String version, List<String> headers, String body,
        boolean framed) {
    /** A request without a body. */
    static RawRequest of(String operation, String method, String target) {
        return new RawRequest(operation, method, target, "HTTP/1.1", List.of("Host: timeline"), "", true);
    }

    RawRequest withMethod(String other) {
        return new RawRequest(operation, other, target, version, headers, body, framed);
    }

    RawRequest withTarget(String other) {
        return new RawRequest(operation, method, other, version, headers, body, framed);
    }

    RawRequest withVersion(String other) {
        return new RawRequest(operation, method, target, other, headers, body, false);
    }

    RawRequest with(String... lines) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(Arrays.asList(lines));
        return withHeaders(more);
    }

    /** Without the headers of this name. */
    RawRequest without(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        Predicate<String> same = line -> line.toLowerCase(Locale.ROOT).startsWith(start);
        return withHeaders(headers.stream().filter(same.negate()).toList());
    }

    RawRequest withHeaders(List<String> other) {
        return new RawRequest(operation, method, target, version, List.copyOf(other), body, framed);
    }

    RawRequest withToken(String token) {
        return without("Authorization").with("Authorization: Bearer " + token);
    }

    /** With a body of JSON and its length. */
    RawRequest withJson(byte[] json) {
        return without("Content-Type").with("Content-Type: application/json").withBody(json);
    }

    RawRequest withJson(String json) {
        return withJson(json.getBytes(StandardCharsets.UTF_8));
    }

    /** With a body and its length. */
    RawRequest withBody(byte[] bytes) {
        return without("Content-Length").with("Content-Length: " + bytes.length)
                .withBareBody(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** With bytes behind the headers that no header tells of. */
    RawRequest withBareBody(String bytes) {
        return new RawRequest(operation, method, target, version, headers, bytes, framed);
    }

    /** The same, marked as one that does not end where HTTP says. */
    RawRequest unframed() {
        return new RawRequest(operation, method, target, version, headers, body, false);
    }

    byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** All of it, each character a byte. */
    String text() {
        return method + " " + target + (version.isEmpty() ? "" : " " + version) + "\r\n"
                + String.join("\r\n", headers) + (headers.isEmpty() ? "" : "\r\n") + "\r\n" + body;
    }

    /** The bytes as a reader can tell them apart: whatever is not visible ASCII is escaped. */
    @Override
    public String toString() {
        byte[] bytes = bytes();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, 3000); i++) {
            int next = bytes[i] & 0xff;
            if (next == '\n') {
                text.append("\\n\n");
            } else if (next >= ' ' && next < 0x7f && next != '\\') {
                text.append((char) next);
            } else {
                text.append("\\x").append(HexFormat.of().toHexDigits((byte) next));
            }
        }
        return bytes.length > 3000 ? text + " … (" + bytes.length + " bytes)" : text.toString();
    }
}
