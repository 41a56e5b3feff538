package timeline.home;

import java.time.Duration;

/**
 * What one read may cost. Every figure is a promise to somebody else: to the client (no answer over 2 s, G12), or to the stores.
 *
 * @param budget for the whole read; the rest of the 2 s is left to the network, the gateway and a slow collector of garbage
 * @param own how long to wait for the reader's own tweets
 * @param celebrities how long to wait for the pulled authors' tweets
 * @param hydration what is kept back of the budget for looking tweets up, when a source uses up its time
 * @param rebuildPatience how long a reader who finds the timeline cold waits for its rebuild, before reading the database
 * @param rebuild for a whole rebuild, less than the lease of {@link timeline.hometimeline.HomeTimelineReader#beginRebuild}
 * @param concurrentRebuilds in this process; beyond it cold readers read the database, and rebuild another time
 * @param concurrentDatabaseReads in this process; beyond it readers are turned away
 * @param shedAfter how long a reader waits for its turn on the database's path
 * @param scannedEntries how many entries a page may go through, in search of ones that are neither deleted nor unfollowed
 * @param rebuiltEntries how many entries a rebuild brings: more make it dearer just when everybody needs one, fewer send who scrolls far to the
 * database
 */
public record ReadLimits(Duration budget, Duration own, Duration celebrities, Duration hydration,
        Duration rebuildPatience, Duration rebuild, int concurrentRebuilds, int concurrentDatabaseReads,
        Duration shedAfter, int scannedEntries, int rebuiltEntries) {
    public static final ReadLimits DEFAULT = new ReadLimits(Duration.ofMillis(1500),
            Duration.ofMillis(600), Duration.ofMillis(800), Duration.ofMillis(300), Duration.ofMillis(250),
            Duration.ofSeconds(4), 8, 32, Duration.ofMillis(100), 2000, 100);

    public ReadLimits {
        if (budget.plus(hydration).compareTo(Duration.ofSeconds(2)) > 0) {
            throw new IllegalArgumentException("a read may take 2 s at most (G12), with hydration: " + budget);
        }
        if (concurrentRebuilds < 1 || concurrentDatabaseReads < 1 || scannedEntries < 1
                || rebuiltEntries < 1) {
            throw new IllegalArgumentException("a limit below 1 lets nothing through");
        }
    }

    /** What the sources may use of the time that is left: at least half of it, however little that is. */
    Duration withoutHydration(Duration left) {
        Duration half = left.dividedBy(2);
        Duration rest = left.minus(hydration);
        return rest.compareTo(half) < 0 ? half : rest;
    }
}
