package timeline.home;

/** The stages of a read, as measured and as sent in {@code Server-Timing}. Some run side by side: they don't add up. */
public enum Stage {
    CACHE, CELEBRITIES, OWN, MERGE, HYDRATE, REBUILD, DATABASE
}
