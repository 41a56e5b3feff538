package timeline.home;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What one read finds out about itself on its way. Its sources run side by side, hence thread safe. */
final class ReadNotes {
    private final LongSupplier nanoTime;
    private final Map<Stage, Long> nanos = new ConcurrentHashMap<>();
    private final Set<Degraded> missing = EnumSet.noneOf(Degraded.class);
    private volatile boolean cacheRead;
    private volatile boolean databaseRead;
    private volatile boolean rebuilt;
    private volatile boolean cold;
    private volatile boolean mended;

    ReadNotes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    <T> T timed(Stage stage, Supplier<T> work) {
        long began = nanoTime.getAsLong();
        try {
            return work.get();
        } finally {
            nanos.merge(stage, nanoTime.getAsLong() - began, Long::sum);
        }
    }

    /** Work that a stage only waits for, and that is not to be counted as its own. */
    <T> T untimed(Stage stage, Supplier<T> work) {
        long began = nanoTime.getAsLong();
        try {
            return work.get();
        } finally {
            nanos.merge(stage, began - nanoTime.getAsLong(), Long::sum);
        }
    }

    synchronized void noteMissing(Degraded what) {
        missing.add(what);
    }

    void noteCacheRead() {
        cacheRead = true;
    }

    void noteDatabaseRead() {
        databaseRead = true;
    }

    void noteRebuilt() {
        rebuilt = true;
    }

    void noteCold() {
        cold = true;
    }

    void noteMended() {
        mended = true;
    }

    /** Whether the reader was shown what a build under way may not have: the database's tweets instead of the cached ones. */
    boolean passedByAColdCache() {
        return cold && databaseRead && !cacheRead;
    }

    Origin origin() {
        if (!cacheRead) {
            return Origin.DATABASE;
        }
        return databaseRead || mended ? Origin.MIXED : rebuilt ? Origin.REBUILT : Origin.CACHE;
    }

    synchronized Set<Degraded> degraded() {
        return Set.copyOf(missing);
    }

    Map<Stage, Duration> stages() {
        Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
        nanos.forEach((stage, spent) -> stages.put(stage, Duration.ofNanos(Math.max(0, spent))));
        return stages;
    }
}
