package timeline.home;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;
import timeline.home.merge.TimelineItem;
import timeline.home.merge.TimelineSource;
import timeline.home.merge.Window;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Cold;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * What was pushed to the reader: from the cached timeline as far down as it claims to be complete, and from the database below
 * (ADR 0003). It is the floor that says where to change over, never a short page: a page is also short when nobody posts, when entries
 * were evicted, or while the timeline is being built.
 *
 * <p>Floor and entries are read in one step each time, and a floor only rises: where it has passed the position meanwhile, the
 * database takes over from there, and nothing is lost.
 */
final class CachedThenDatabase implements TimelineSource {
    private final UserId reader;
    private final HomeTimelineReader cache;
    private final BooleanSupplier rebuild;
    private final Function<TweetId, TimelineSource> database;
    private final Deadline deadline;
    private final ReadNotes notes;
    private TweetId position;
    private @Nullable TimelineSource below;

    /**
     * @param rebuild has a cold timeline built, and tells whether it is worth reading again
     * @param database opens the database from a position downwards
     */
    CachedThenDatabase(UserId reader, TweetId before, HomeTimelineReader cache, BooleanSupplier rebuild,
            Function<TweetId, TimelineSource> database, Deadline deadline, ReadNotes notes) {
        this.reader = reader;
        this.position = before;
        this.cache = cache;
        this.rebuild = rebuild;
        this.database = database;
        this.deadline = deadline;
        this.notes = notes;
    }

    @Override
    public Window next(int wanted) {
        TimelineSource source = below;
        if (source == null) {
            Optional<Window> cached = cached(wanted);
            if (cached.isPresent()) {
                position = cached.get().horizon();
                return cached.get();
            }
            source = database.apply(position);
            below = source;
            notes.noteDatabaseRead();
        }
        TimelineSource opened = source;
        return notes.timed(Stage.DATABASE, () -> opened.next(wanted));
    }

    /** The next stretch of the cached timeline; empty when it has none that can be trusted. */
    private Optional<Window> cached(int wanted) {
        // A little more than wanted, since the unfollowed and the deleted are yet to be dropped.
        int limit = wanted + wanted / 4 + 3;
        try {
            CachedPage page = notes.timed(Stage.CACHE, () -> cache.page(reader, position, limit, deadline));
            if (page instanceof Cold) {
                notes.noteCold();
                if (notes.timed(Stage.REBUILD, rebuild::getAsBoolean)) {
                    page = notes.timed(Stage.CACHE, () -> cache.page(reader, position, limit, deadline));
                    notes.noteRebuilt();
                }
            }
            return page instanceof Ready ready ? trusted(ready, limit) : Optional.empty();
        } catch (HomeTimelinesUnavailableException outage) {
            notes.noteMissing(Degraded.CACHE);
            return Optional.empty();
        }
    }

    private Optional<Window> trusted(Ready page, int limit) {
        if (!page.floor().isBefore(position)) {
            return Optional.empty();
        }
        notes.noteCacheRead();
        List<TimelineItem> items = page.entries().stream().filter(entry -> !entry.tweet().isBefore(page.floor()))
                .map(entry -> new TimelineItem(entry.tweet(), entry.author(), null)).toList();
        boolean more = items.size() == limit;
        return Optional.of(more ? new Window(items, items.getLast().id()) : new Window(items, page.floor()));
    }
}
