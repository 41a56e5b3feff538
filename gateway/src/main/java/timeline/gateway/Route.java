package timeline.gateway;

import java.util.List;

/**
 * One call of the public API and who serves it.
 *
 * @param method the HTTP method
 * @param path the path, with {@code {names}} for its variable parts
 * @param service the service's name, whose base URLs are configured
 * @param access whether the caller must be known
 */
public record Route(String method, String path, String service, Access access) {
    /** Who may make a call. */
    public enum Access {
        /** Anybody: there is no user yet. */
        OPEN,
        /** The bearer of a valid access token. */
        USERS
    }

    public Route {
        if (!path.startsWith("/v1/")) {
            throw new IllegalArgumentException("only /v1 is public: " + path);
        }
    }

    /** The methods that a client may use: HEAD goes wherever GET goes. */
    public List<String> methods() {
        return method.equals("GET") ? List.of("GET", "HEAD") : List.of(method);
    }
}
