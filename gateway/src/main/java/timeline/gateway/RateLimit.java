package timeline.gateway;

import java.time.Duration;

/**
 * How much one client may ask for: a token bucket that holds {@code burst} requests and, emptied, fills again within the window.
 * In the long run a client gets burst / window requests a second.
 *
 * @param name the policy's name in the answers' headers
 * @param window at least a second
 */
public record RateLimit(String name, long burst, Duration window) {
    public RateLimit {
        if (burst < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("a rate limit is of one request and one second at least: " + name);
        }
    }

    /** What the limit says to one request. */
    public sealed interface Decision {
        /** How many requests the client could still make at once. */
        long remaining();

        /** The request goes on. */
        record Allowed(long remaining) implements Decision {}

        /**
         * The request is refused.
         *
         * @param retryAfter until one would be allowed
         */
        record Refused(Duration retryAfter) implements Decision {
            @Override
            public long remaining() {
                return 0;
            }
        }
    }
}
