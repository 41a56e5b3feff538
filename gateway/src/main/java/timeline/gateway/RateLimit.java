package timeline.gateway;

import java.time.Duration;

/**
 * How much one client may ask for: a token bucket that holds {@code burst} requests and gains {@code perSecond} of them.
 *
 * @param name the policy's name in the answers' headers
 */
public record RateLimit(String name, long burst, long perSecond) {
    public RateLimit {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException("a rate limit lets at least one request through: " + name);
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
