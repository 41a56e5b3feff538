package timeline.gateway;

/** Counts the requests of each client against one {@link RateLimit}. Never waits, never fails: it guards all else. */
public interface RateLimiter {
    /** The limit that clients are held to. */
    RateLimit limit();

    /**
     * Takes one request off the client's bucket.
     *
     * @param client a user's id or a network address
     */
    RateLimit.Decision take(String client);
}
