package timeline.system.input;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Adds, repeats, changes or drops headers. */
final class HeaderMutation implements Mutation {
    private static final List<String> LINES = List.of("Accept: text/html", "Accept: ;;;", "Accept: */*",
            "Accept: application/*;q=0.1",
            "Accept: application/json;q=2", "Accept-Charset: utf-7", "Accept-Encoding: gzip",
            "Accept-Encoding: gzip;q=\u00ff",
            "Accept-Language: \u00ff", "Content-Encoding: gzip", "Content-Language: x", "Content-Type: text/plain",
            "Content-Type: application/json;charset=utf-16", "Content-Type: application/json;charset=\"",
            "Content-Type: multipart/form-data; boundary=x", "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: /",
            "Content-Type: \u00ff", "Cookie: a=\u00ff;;=", "Connection: close", "Connection: Authorization",
            "Connection: \u0001",
            "Keep-Alive: timeout=99999999999", "Expect: 100-continue", "Expect: more", "Range: bytes=9-1",
            "If-Match: *",
            "If-None-Match: *", "If-None-Match: \"", "If-Modified-Since: never",
            "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
            "Idempotency-Key: a", "Idempotency-Key: b", "Idempotency-Key:", "Idempotency-Key: \u00e9\u00ff",
            "Idempotency-Key: a b",
            "Idempotency-Key: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA", "Upgrade: websocket", "X-Request-Deadline: -1",
            "X-Request-Deadline: 0",
            "X-Request-Deadline: 1", "X-Request-Deadline: 99999999999999999999", "X-User-Id: 1",
            "X-Forwarded-For: \u00ff",
            "X-Forwarded-Host: evil", "X-Forwarded-Proto: javascript", "X-Forwarded-Prefix: /..", "Forwarded: for=\"",
            "X-Real-IP: ::1",
            "X-HTTP-Method-Override: DELETE", "X-Original-URL: /actuator/env", "Origin: http://evil", "Origin: null",
            "Access-Control-Request-Method: PUT", "traceparent: 00-zz-zz-zz",
            "traceparent: 00-00000000000000000000000000000000-0000000000000000-00",
            "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "tracestate: \u00ff=",
            "baggage: a=\u00ff",
            "b3: x", "Max-Forwards: -1", "Via: \u00ff", "TE: trailers, deflate", "Trailer: Content-Length",
            "Referer: \u00ff",
            "User-Agent: ${jndi:ldap://x}", "From: \"", "Sec-Fetch-Site: cross-site", "Proxy-Authorization: Basic x");
    /** What HTTP does not allow at all. */
    private static final List<String> BROKEN = List.of("nonsense", ": x", " : x", "X A: b", "X\u0001: a", "X: a\u0000b",
            "X: a\u0007",
            "X: a\rb", "X: a\r\n folded", "X-\u00ff: a", "X : a", "Host: b", "Host:", "Host: a b", "Host: [::1",
            "Host: \u00ff",
            "Content-Type : application/json", "\tX: a");

    @Override
    public RawRequest of(RawRequest request, RandomGenerator random) {
        if (request.headers().isEmpty()) {
            return request.with(Mutation.pick(LINES, random));
        }
        return switch (random.nextInt(12)) {
            case 0 -> request.with(Mutation.pick(BROKEN, random)).unframed();
            case 1 -> request.with("X-Long: " + "x".repeat(random.nextInt(12_000))).unframed();
            case 2 -> request.with(IntStream.range(0, random.nextInt(1, 300)).mapToObj(n -> "X-" + n + ": a")
                    .toArray(String[]::new)).unframed();
            case 3 -> request.with(Mutation.pick(request.headers(), random)).unframed();
            case 4 -> dropped(request, random);
            case 5 -> request.without("Content-Type").with(Mutation.pick(LINES, random));
            case 6 -> shouted(request);
            default -> request.with(Mutation.pick(LINES, random));
        };
    }

    private static RawRequest dropped(RawRequest request, RandomGenerator random) {
        List<String> left = new ArrayList<>(request.headers());
        String gone = left.remove(random.nextInt(left.size()));
        RawRequest without = request.withHeaders(left);
        return gone.startsWith("Content-Length") || gone.startsWith("Host") ? without.unframed() : without;
    }

    /** Names in capitals mean the same. */
    private static RawRequest shouted(RawRequest request) {
        return request.withHeaders(request.headers().stream().map(line -> {
            int colon = Math.max(0, line.indexOf(':'));
            return line.substring(0, colon).toUpperCase(java.util.Locale.ROOT) + line.substring(colon);
        }).toList());
    }
}
