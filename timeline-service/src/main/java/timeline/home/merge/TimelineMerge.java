package timeline.home.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import timeline.id.TweetId;

/**
 * The k-way merge at the heart of every read: many sources, each newest first, become one list, newest first, without duplicates,
 * without gaps, and without reading more than the reader asks for.
 *
 * <p><b>The safe horizon.</b> A textbook merge (Knuth, TAOCP 3, §5.4.1) compares the heads of its inputs and so needs one item of
 * each. Here an input may be slow, failing, or have nothing for years. What a source gives is therefore a {@link Window}: its items
 * <em>and</em> the horizon down to which they are all. An item is passed on only when every source's horizon is at or below it,
 * since no source can come up with a newer one any more. This is the low watermark of stream processing (Akidau et al., <i>The
 * Dataflow Model</i>, VLDB 2015) turned upside down, and the stop condition of Fagin, Lotem and Naor's <i>Optimal aggregation
 * algorithms for middleware</i> (2003).
 *
 * <p>The naive way, "ask each source for a page, sort, cut", loses tweets: a source that had more than a page hides items which
 * belong above the last ones of the others, and the next page starts below them. For the same reason a source that failed can't be
 * forgotten in silence. It holds the horizon up where it stopped, until the caller says {@link #leaveOutFailed}, and then has
 * to flag what it shows.
 *
 * <p><b>What is read on.</b> Let t be the n-th newest item at hand. Items below t are of no interest, so a lane whose horizon is at or
 * below t has nothing to add; the others are read on, all at once. With 5,000 followees who each gave their newest two, these are
 * the few who posted most. Each further window may only raise t, so no lane is read on in vain, save for those that an
 * other lane's window of the same round would have spared.
 *
 * <p>The order is that of tweet ids, which is the order by (created_at ms, id) of G5. The same tweet from two sources is one item;
 * the body is kept from whichever had it.
 *
 * @param <S> names a source
 */
public final class TimelineMerge<S> {
    /** Reads lanes on, in one batch or side by side. */
    @FunctionalInterface
    public interface Feeder<S> {
        /**
         * @param lanes one or more, none of them at its end
         * @param wanted how many items are missing
         * @return the next window of each lane; a lane without one has failed and is not read again
         */
        Map<S, Window> feed(List<Lane<S>> lanes, int wanted);
    }

    /** One source, and how far it has been read. */
    public static final class Lane<S> {
        private final S source;
        private TweetId horizon;
        private int windows;

        Lane(S source, TweetId before) {
            this.source = source;
            this.horizon = before;
        }

        public S source() {
            return source;
        }

        /** All that the source has from here up is known; read on below. */
        public TweetId horizon() {
            return horizon;
        }

        /** How often it was read. */
        public int windows() {
            return windows;
        }

        private boolean isAtEnd() {
            return horizon.equals(TweetId.EARLIEST);
        }
    }

    private final NavigableMap<TweetId, TimelineItem> pending = new TreeMap<>();
    private final List<Lane<S>> lanes = new ArrayList<>();
    private final Set<Lane<S>> failed = new HashSet<>();
    private final Feeder<S> feeder;

    /** Merges what the sources have that is older than {@code before}. */
    public TimelineMerge(Collection<S> sources, TweetId before, Feeder<S> feeder) {
        this.feeder = feeder;
        sources.forEach(source -> lanes.add(new Lane<>(source, before)));
    }

    /** Merges what each source has that is older than its own position. */
    public TimelineMerge(Map<S, TweetId> sourcesBefore, Feeder<S> feeder) {
        this.feeder = feeder;
        sourcesBefore.forEach((source, before) -> lanes.add(new Lane<>(source, before)));
    }

    /**
     * The next items, newest first, each older than all that were taken before.
     *
     * @param wanted at least 1
     * @return fewer than wanted at the end, or when a failed lane stands in the way of more
     * @throws RuntimeException what the feeder threw, when nothing can be given without it; else it is thrown at the next call
     */
    public List<TimelineItem> take(int wanted) {
        List<TimelineItem> taken = new ArrayList<>(wanted);
        while (true) {
            TweetId safe = safeHorizon();
            while (taken.size() < wanted && !pending.isEmpty() && !pending.lastKey().isBefore(safe)) {
                taken.add(pending.pollLastEntry().getValue());
            }
            List<Lane<S>> bounding = bounding(wanted - taken.size());
            if (taken.size() == wanted || bounding.isEmpty()) {
                return taken;
            }
            try {
                advance(bounding, feeder.feed(bounding, wanted - taken.size()));
            } catch (SourceUnavailableException unavailable) {
                if (taken.isEmpty()) {
                    throw unavailable;
                }
                return taken;
            }
        }
    }

    /** Whether everything that the sources have was taken. False while a failed lane is in it. */
    public boolean isExhausted() {
        return pending.isEmpty() && lanes.stream().allMatch(Lane::isAtEnd);
    }

    /**
     * Goes on as if the failed lanes had no more. From here on the merge has holes, which the caller must own up to.
     *
     * @return the sources that are left out by this call
     */
    public List<S> leaveOutFailed() {
        List<S> leftOut = failed.stream().map(Lane::source).toList();
        lanes.removeAll(failed);
        failed.clear();
        return leftOut;
    }

    private TweetId safeHorizon() {
        TweetId safe = TweetId.EARLIEST;
        for (Lane<S> lane : lanes) {
            safe = newer(safe, lane.horizon);
        }
        return safe;
    }

    /** The lanes that may hide one of the next {@code missing} items. */
    private List<Lane<S>> bounding(int missing) {
        TweetId oldestWanted = missing == 0 ? TweetId.LATEST : nthPending(missing);
        for (Lane<S> stuck : failed) {
            oldestWanted = newer(oldestWanted, stuck.horizon);
        }
        List<Lane<S>> bounding = new ArrayList<>();
        for (Lane<S> lane : lanes) {
            if (oldestWanted.isBefore(lane.horizon) && !failed.contains(lane)) {
                bounding.add(lane);
            }
        }
        return bounding;
    }

    private TweetId nthPending(int n) {
        if (pending.size() < n) {
            return TweetId.EARLIEST;
        }
        return pending.descendingKeySet().stream().skip(n - 1L).findFirst().orElseThrow();
    }

    private void advance(List<Lane<S>> fed, Map<S, Window> windows) {
        for (Lane<S> lane : fed) {
            Window window = windows.get(lane.source);
            if (window == null) {
                failed.add(lane);
            } else {
                advance(lane, window);
            }
        }
    }

    private void advance(Lane<S> lane, Window window) {
        if (!window.horizon().isBefore(lane.horizon)) {
            throw new IllegalStateException(lane.source + " did not advance from " + lane.horizon);
        }
        for (TimelineItem item : window.items()) {
            if (item.id().isBefore(lane.horizon)) {
                pending.merge(item.id(), item, (one, other) -> one.body() == null ? other : one);
            }
        }
        lane.horizon = window.horizon();
        lane.windows++;
    }

    private static TweetId newer(TweetId one, TweetId other) {
        return one.isBefore(other) ? other : one;
    }
}
