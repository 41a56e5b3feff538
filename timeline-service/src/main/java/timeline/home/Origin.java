package timeline.home;

/** Where a page's entries came from, own tweets and celebrities aside. Sent as {@code Timeline-Source}. */
public enum Origin {
    /** The cached timeline, as it was. */
    CACHE,
    /** The cached timeline, which this read found cold and waited for. */
    REBUILT,
    /** The database: the timeline is cold, the cache does not answer, or the page lies below the floor. */
    DATABASE,
    /** The page crossed the floor, or shows what was yet to be delivered. */
    MIXED
}
