package timeline.chassis.upstream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call to another service.
 *
 * @param path path and query, encoded, beginning with a slash
 * @param headers besides those that every call carries (token, trace, deadline)
 * @param body sent as JSON; null: none
 */
public record UpstreamRequest(String method, String path, Map<String, String> headers, @Nullable Object body) {
    public UpstreamRequest {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not a path: " + path);
        }
        headers = Map.copyOf(headers);
    }

    public static UpstreamRequest get(String path) {
        return new UpstreamRequest("GET", path, Map.of(), null);
    }

    public static UpstreamRequest put(String path, Object body) {
        return new UpstreamRequest("PUT", path, Map.of(), body);
    }

    public static UpstreamRequest post(String path, @Nullable Object body) {
        return new UpstreamRequest("POST", path, Map.of(), body);
    }

    public static UpstreamRequest delete(String path) {
        return new UpstreamRequest("DELETE", path, Map.of(), null);
    }

    public UpstreamRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new UpstreamRequest(method, path, more, body);
    }

    /** Whether it may be sent twice. POST may not: its first sending may have taken effect. */
    boolean idempotent() {
        return !method.equals("POST");
    }
}
