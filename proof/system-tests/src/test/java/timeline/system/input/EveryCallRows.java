package timeline.system.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The lines of the table that are the same for every call. */
final class EveryCallRows {
    private static final Set<String> OPEN = Set.of("register", "issueToken", "describe");

    private final Tokens tokens;
    private final List<Row> rows = new ArrayList<>();

    EveryCallRows(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Row> of(Calls calls) {
        for (RawRequest call : calls.all()) {
            if (OPEN.contains(call.operation())) {
                refused("a token that is none", call.withToken("not.a.token"), 401, "unauthorized");
            } else {
                tokens(call);
            }
            accepts(call);
            mediaTypes(call);
            sizes(call);
            framing(call);
            methods(call);
        }
        paths(calls);
        return rows;
    }

    private void tokens(RawRequest call) {
        refused("no token", call.without("Authorization"), 401, "unauthorized");
        tokens.bad().forEach((name, token) -> refused("a token " + name, call.withToken(token), 401, "unauthorized"));
        String good = call.headers().stream().filter(line -> line.startsWith("Authorization")).findFirst()
                .orElseThrow();
        refused("two tokens", call.with(good), 401, "unauthorized");
        refused("another scheme", call.without("Authorization").with("Authorization: Basic YTph"), 401,
                "unauthorized");
        refused("a token in the query", call.withTarget(call.target() + (call.target().contains("?") ? "&" : "?")
                + "access_token=" + good.substring(22)).without("Authorization"), 401, "unauthorized");
    }

    private void accepts(RawRequest call) {
        for (String type : List.of("text/html", "application/json;q=0", "nonsense", "image/*, text/*;q=0.5")) {
            refused("Accept: " + type, call.with("Accept: " + type), 406, "not-acceptable");
        }
    }

    private void mediaTypes(RawRequest call) {
        refused("a body in a Content-Encoding", call.without("Content-Length").with("Content-Encoding: gzip")
                .withBody(new byte[]{0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0}), 415, "unsupported-media-type");
        if (call.method().equals("POST")) {
            for (String type : List.of("text/plain", "application/xml", "application/json;charset=utf-16",
                    "application/problem+json", "multipart/form-data", "application/x-www-form-urlencoded",
                    "nonsense")) {
                refused("Content-Type: " + type, call.without("Content-Type").with("Content-Type: " + type), 415,
                        "unsupported-media-type");
            }
            refused("no Content-Type", call.without("Content-Type"), 415, "unsupported-media-type");
        }
    }

    private void sizes(RawRequest call) {
        byte[] large = " ".repeat(17 * 1024).getBytes(StandardCharsets.US_ASCII);
        refused("a body of 17 KiB", call.withBody(large), 413, "body-too-large");
        refused("headers of 9 KiB", call.with("X-Large: " + "x".repeat(9 * 1024)), 431, "headers-too-large");
        refused("200 headers",
                call.with(IntStream.range(0, 200).mapToObj(n -> "X-" + n + ": a").toArray(String[]::new)),
                431, "headers-too-large");
        refused("a target of 9 KiB", call.withTarget(call.target() + "?x=" + "x".repeat(9 * 1024)), 414,
                "uri-too-long");
    }

    private void framing(RawRequest call) {
        RawRequest bare = call.without("Content-Length").withBareBody("0\r\n\r\n");
        refused("length and chunks", bare.with("Content-Length: 5", "Transfer-Encoding: chunked").unframed(), 400,
                "malformed-request");
        refused("two lengths", bare.with("Content-Length: 5", "Content-Length: 6").unframed(), 400,
                "malformed-request");
        refused("a negative length", bare.with("Content-Length: -1").unframed(), 400, "malformed-request");
        refused("a folded header", call.with("X-Folded: a\r\n b").unframed(), 400, "malformed-request");
        refused("a header without a colon", call.with("nonsense").unframed(), 400, "malformed-request");
        refused("a control character in a header", call.with("X-Bell: \u0007").unframed(), 400, "malformed-request");
        refused("two hosts", call.with("Host: other").unframed(), 400, "malformed-request");
        refused("an expectation", call.with("Expect: more").unframed(), 417, "expectation-failed");
        refused("another version", call.withVersion("HTTP/9.9"), 505, "http-version");
        refused("another coding", bare.with("Transfer-Encoding: gzip").unframed(), 501, "not-implemented");
        refused("no host", call.without("Host").unframed(), 400, "malformed-request");
    }

    private void methods(RawRequest call) {
        for (String method : List.of("PUT", "PATCH")) {
            refused("method " + method, call.withMethod(method), 405, "method-not-allowed");
        }
    }

    private void paths(Calls calls) {
        RawRequest call = calls.timeline("");
        for (String path : List.of("/", "/v1", "/v1/", "/v2/timeline", "/v1/timeline/", "/v1/nothing",
                "/v1/tweets/1/likes",
                "/actuator", "/actuator/health", "/actuator/env", "/actuator/prometheus", "/error", "/favicon.ico",
                "/internal/v1/threshold", "/internal/v1/followers", "/v1/Timeline", "/.git/config", "/v1/users/1/x")) {
            refused(path, call.withTarget(path), 404, "not-found");
            refused(path + " without a token", call.withTarget(path).without("Authorization"), 404, "not-found");
        }
        for (String path : List.of("/v1//timeline", "/v1/timeline;x=1", "/v1/%2e%2e/v1/timeline", "/v1/timeline%00",
                "/v1/timeline%2f", "/v1/../actuator/health", "/v1/timeline%25", "/v1\\timeline", "/%zz")) {
            rows.add(new Row(path, call.withTarget(path), List.of(400, 404), ""));
        }
        rows.add(Row.taken("forged headers", call.with("X-User-Id: 1", "X-Forwarded-For: 10.0.0.1",
                "X-Real-IP: 10.0.0.1",
                "X-Internal-Caller: follow-service", "Forwarded: for=10.0.0.1;host=evil", "X-Forwarded-Host: evil",
                "X-Original-URL: /actuator/env", "X-Rewrite-URL: /actuator/env", "X-HTTP-Method-Override: DELETE",
                "X-Request-Deadline: 1"), 200));
    }

    private void refused(String name, RawRequest request, int status, String problem) {
        rows.add(Row.refused(name, request, status, problem));
    }
}
