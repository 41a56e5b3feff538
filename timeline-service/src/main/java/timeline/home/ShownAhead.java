package timeline.home;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.id.UserId;

/**
 * What readers were shown while the cache was away, and the cache may not have yet: without this, the first read after an outage could
 * take back a tweet that a read during the outage had shown, because its push still waits (no un-seeing, G6). Kept for the
 * readers of one instance, the latest ones only; what a reader saw through another instance is not known here.
 */
final class ShownAhead {
    private static final int READERS = 10_000;

    /** The newest of what a reader was shown: only these can still wait for their push. */
    private static final int ENTRIES = 100;

    private final Map<UserId, List<HomeTimelineEntry>> shown = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, List<HomeTimelineEntry>> eldest) {
            return size() > READERS;
        }
    };

    synchronized void note(UserId reader, List<HomeTimelineEntry> entries) {
        // Added to what is owed already: a second page must not make the first one forgotten.
        shown.merge(reader, entries, (owed, more) -> Stream.concat(owed.stream(), more.stream()).distinct().sorted()
                .limit(ENTRIES).toList());
    }

    /** What is to be added to the reader's timeline before it is trusted again; empty when nothing is. */
    synchronized List<HomeTimelineEntry> of(UserId reader) {
        return shown.getOrDefault(reader, List.of());
    }

    /** Forgets what has been added, unless more was shown meanwhile. */
    synchronized void settle(UserId reader, List<HomeTimelineEntry> added) {
        shown.remove(reader, added);
    }
}
