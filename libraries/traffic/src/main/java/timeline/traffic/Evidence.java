package timeline.traffic;

/** What a caller has learnt about an instance. A time-out is none: it may be the caller's, a store's, or the load's doing. */
public enum Evidence {
    /** It takes requests: a good answer, or its own word for it. */
    SERVES,
    /** It said something, whatever: it is alive. */
    ALIVE,
    /** It takes requests still, and has said that it is about to stop. */
    LEAVES,
    /** No connection, or its own word that it takes no requests yet. */
    UNREACHABLE
}
