package timeline.calls;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import timeline.edge.json.StrictJson;
import tools.jackson.databind.json.JsonMapper;

/** A call to another service. Every call also carries the headers of {@link CallHeaders}, which win. */
public final class UpstreamRequest {
    private static final JsonMapper JSON = StrictJson.mapper();

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;
    private final boolean repeatable;
    private final boolean substitute;

    private UpstreamRequest(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        this(method, path, headers, body, !method.equals("POST"), false);
    }

    private UpstreamRequest(String method, String path, Map<String, String> headers, byte @Nullable [] body,
            boolean repeatable, boolean substitute) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not a path: " + path);
        }
        headers.forEach(UpstreamRequest::mustBeAscii);
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
        this.repeatable = repeatable;
        this.substitute = substitute;
    }

    /** The client would send a question mark for each other character, and say nothing. */
    private static void mustBeAscii(String name, String value) {
        if (!value.chars().allMatch(character -> (character >= ' ' && character <= '~') || character == '\t')) {
            throw new IllegalArgumentException("not plain ASCII: the header " + name);
        }
    }

    /** @param path path and query, encoded, beginning with a slash */
    public static UpstreamRequest get(String path) {
        return new UpstreamRequest("GET", path, Map.of(), null);
    }

    public static UpstreamRequest delete(String path) {
        return new UpstreamRequest("DELETE", path, Map.of(), null);
    }

    public static UpstreamRequest post(String path) {
        return new UpstreamRequest("POST", path, Map.of(), null);
    }

    /** @param body sent as JSON */
    public static UpstreamRequest put(String path, Object body) {
        return json("PUT", path, body);
    }

    /** @param body sent as JSON */
    public static UpstreamRequest post(String path, Object body) {
        return json("POST", path, body);
    }

    /** A request to pass on as it is. */
    public static UpstreamRequest of(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        return new UpstreamRequest(method, path, Map.copyOf(headers), body);
    }

    public UpstreamRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new UpstreamRequest(method, path, more, body, repeatable, substitute);
    }

    /** The same call, which may be sent twice though it is a POST: the second sending changes nothing. */
    public UpstreamRequest repeatable() {
        return new UpstreamRequest(method, path, headers, body, true, substitute);
    }

    /** The same call of somebody who can do without its answer, and rather does than wait for an instance that nobody hears from. */
    public UpstreamRequest orSubstitute() {
        return new UpstreamRequest(method, path, headers, body, repeatable, true);
    }

    private static UpstreamRequest json(String method, String path, Object body) {
        return new UpstreamRequest(method, path, Map.of("Content-Type", "application/json"),
                JSON.writeValueAsBytes(body));
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** Whether it may be sent twice. Most POSTs may not: their first sending may have taken effect. */
    boolean mayBeRepeated() {
        return repeatable;
    }

    boolean hasSubstitute() {
        return substitute;
    }
}
