package timeline.gateway;

import java.util.List;

/**
 * One call of the public API and who serves it.
 *
 * @param method the HTTP method
 * @param path the path, with {@code {names}} for its variable parts
 * @param service the service's name, whose base URLs are configured
 * @param access whether the caller must be known
 * @param repetition whether it may be sent to another instance after the first one may have begun it
 */
public record Route(String method, String path, String service, Access access, Repetition repetition) {
    /** Who may make a call. */
    public enum Access {
        /** Anybody: there is no user yet. */
        OPEN,
        /** The bearer of a valid access token. */
        USERS
    }

    /** What a second sending does. */
    public enum Repetition {
        /** Nothing more than the first. */
        HARMLESS,
        /** Perhaps the same once more. */
        FORBIDDEN
    }

    /** A call that may be repeated if its method says so (RFC 9110 section 9.2.2). */
    public Route(String method, String path, String service, Access access) {
        this(method, path, service, access, method.equals("POST") ? Repetition.FORBIDDEN : Repetition.HARMLESS);
    }

    public Route {
        if (!path.startsWith("/v1/")) {
            throw new IllegalArgumentException("only /v1 is public: " + path);
        }
    }

    /** Whether a request is for this route. */
    public boolean matches(String requestMethod, String requestPath) {
        return methods().contains(requestMethod) && isPathOf(requestPath);
    }

    private boolean isPathOf(String requestPath) {
        int at = 0;
        int there = 0;
        while (at < path.length()) {
            if (path.charAt(at) == '{') {
                int end = requestPath.indexOf('/', there);
                int after = end < 0 ? requestPath.length() : end;
                if (after == there) {
                    return false;
                }
                there = after;
                at = path.indexOf('}', at) + 1;
            } else if (there < requestPath.length() && path.charAt(at) == requestPath.charAt(there)) {
                at++;
                there++;
            } else {
                return false;
            }
        }
        return there == requestPath.length();
    }

    /** The methods that a client may use: HEAD goes wherever GET goes. */
    public List<String> methods() {
        return method.equals("GET") ? List.of("GET", "HEAD") : List.of(method);
    }
}
