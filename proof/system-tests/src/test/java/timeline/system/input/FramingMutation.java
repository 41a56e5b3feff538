package timeline.system.input;

import java.util.List;
import java.util.random.RandomGenerator;

/** Says in another way, or wrongly, where a request ends; and methods and versions that there are not. */
final class FramingMutation implements Mutation {
    static final String SMUGGLED = "smuggled";

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS",
            "TRACE", "CONNECT",
            "PROPFIND", "get", "BREW", "G\u00e9T", "GET\u0000", "M".repeat(9000), "P{ST", "PRI", "POST/v1");
    private static final List<String> VERSIONS = List.of("HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP/1.10", "http/1.1",
            "HTTP/1.1 x", "HTCPCP/1.0",
            "HTTP/", "\u00ff");
    private static final List<String> LENGTHS = List.of("-1", "+5", "5,5", "0x5", "99999999999999999999", "5.0", "",
            " ", "abc", "\u0665", "1e3");
    private static final List<String> CODINGS = List.of("gzip, chunked", "identity", "chunked, gzip",
            "chunked, chunked", "xchunked", "\u000bchunked",
            "chunked;q=1", "");
    private static final List<String> CHUNKS = List.of("5;ext=\"a\r\nhello\r\n0\r\n\r\n", "-1\r\nhello\r\n0\r\n\r\n",
            "FFFFFFFFF\r\nhello", "g\r\n",
            "5\r\nhello", "5\r\nhelloXX\r\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "5 \r\nhello\r\n0\r\n\r\n",
            "5\nhello\n0\n\n",
            "0\r\nContent-Length: 5\r\n\r\n", "\r\n", "0\r\n");

    private final RawRequest hidden;

    /** @param hidden a request that must not be served when it comes in the body of another */
    FramingMutation(RawRequest hidden) {
        this.hidden = hidden;
    }

    @Override
    public RawRequest of(RawRequest request, RandomGenerator random) {
        RawRequest bare = request.without("Content-Length");
        return switch (random.nextInt(10)) {
            case 0, 1 -> method(request, Mutation.pick(METHODS, random));
            case 2 -> request.withVersion(Mutation.pick(VERSIONS, random));
            case 3 -> bare.with("Content-Length: " + Mutation.pick(LENGTHS, random)).unframed();
            case 4 -> bare.with("Content-Length: " + (request.body().length() + random.nextInt(1, 50))).unframed();
            case 5 -> bare.with("Transfer-Encoding: " + Mutation.pick(CODINGS, random)).unframed();
            case 6 -> chunked(bare, random);
            case 7 -> bare.with("Transfer-Encoding: chunked").withBareBody(Mutation.pick(CHUNKS, random)).unframed();
            case 8 -> smuggling(bare.with("Content-Length: 5", "Transfer-Encoding: chunked"));
            default -> smuggling(bare.with("Content-Length: 5", "Content-Length: 6"));
        };
    }

    private static RawRequest method(RawRequest request, String method) {
        RawRequest other = request.withMethod(method);
        return method.matches("[A-Z]{3,7}") ? other : other.unframed();
    }

    /** The same body in pieces: nothing is wrong with it. */
    private static RawRequest chunked(RawRequest bare, RandomGenerator random) {
        String body = bare.body();
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < body.length();) {
            int end = Math.min(body.length(), at + random.nextInt(1, 1 + body.length()));
            chunks.append(Integer.toHexString(end - at)).append(random.nextBoolean() ? ";a=b" : "").append("\r\n")
                    .append(body, at, end).append("\r\n");
            at = end;
        }
        String trailer = random.nextBoolean() ? "X-Trailer: a\r\n" : "";
        return bare.with("Transfer-Encoding: chunked").withBareBody(chunks + "0\r\n" + trailer + "\r\n");
    }

    private RawRequest smuggling(RawRequest request) {
        return request.withBareBody("0\r\n\r\n" + hidden.text()).unframed();
    }
}
