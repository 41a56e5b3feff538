package timeline.home;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.LongSupplier;
import timeline.deadline.Deadline;
import timeline.home.TimelineAnswer.Page;
import timeline.home.merge.AuthorTweets;
import timeline.home.merge.SideBySide;
import timeline.home.merge.SourceUnavailableException;
import timeline.home.merge.SourceUnavailableException.Reason;
import timeline.home.merge.TimelineSource;
import timeline.home.owed.Ceiling;
import timeline.home.owed.OwedView;
import timeline.hometimeline.HomeTimelineBackfill;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweets;

/**
 * The use case: a page of a reader's home timeline.
 *
 * <p>First what is owed: what is neither there nor in a page that is read later was never stored (G15, ADR 0026). Then the graph, then
 * everything else. The order is a part of the push/pull protocol (ADR 0004): an author leaves the pull set only
 * after everything was pushed, so who is not pulled by the graph's answer is all in the cache <em>if that is read later</em>. Read
 * at the same time, a cached page from before the last push and a pull set from after it would both lack the same tweet.
 *
 * <p>Then, side by side: what was pushed ({@link CachedThenDatabase}), what is owed, the reader's own tweets (ADR 0001), those of the
 * pulled authors, and the older ones of whom the reader has just followed (ADR 0032). The database stands in for the pushed authors only, since the pulled are pulled at all depths.
 *
 * <p>A reader who was shown the database's tweets because the cache was cold may have seen one that the build under way just missed
 * and that is yet to be pushed; the next read, from the cache, would take it back. So what was shown is added to the
 * timeline, which is always safe: it belongs there. So is what was shown because it is owed, or another instance would take it back. A timeline that does not exist yet takes nothing, and will be
 * built from a later state of the database. What was shown while the cache was away is added before it is read again (ADR
 * 0011).
 */
public final class HomeTimeline {
    /** A constant: more authors than that cost as much as a cold timeline. */
    private static final int FEW_BACKFILLS = 50;

    private final FollowGraph graph;
    private final HomeTimelineReader cache;
    private final HomeTimelineBackfill timelines;
    private final Tweets tweets;
    private final TweetHydrator hydrator;
    private final TimelineRebuilder rebuilder;
    private final SideBySide sideBySide;
    private final ReadLimits limits;
    private final Ceiling ceiling;
    private final LongSupplier nanoTime;
    private final Semaphore databaseReads;
    private final ShownAhead shownAhead = new ShownAhead();

    public HomeTimeline(FollowGraph graph, HomeTimelineReader cache, HomeTimelineBackfill timelines, Tweets tweets,
            TweetHydrator hydrator, TimelineRebuilder rebuilder, SideBySide sideBySide, ReadLimits limits,
            Ceiling ceiling, LongSupplier nanoTime) {
        this.graph = graph;
        this.cache = cache;
        this.timelines = timelines;
        this.tweets = tweets;
        this.hydrator = hydrator;
        this.rebuilder = rebuilder;
        this.sideBySide = sideBySide;
        this.limits = limits;
        this.ceiling = ceiling;
        this.nanoTime = nanoTime;
        this.databaseReads = new Semaphore(limits.concurrentDatabaseReads());
    }

    /**
     * Reads a page. Never throws for an outage, and takes {@link ReadLimits#budget} at most.
     *
     * @param before only what is older; {@link TweetId#LATEST} for the first page
     * @param limit 1 to 100
     * @param requested when the caller needs the answer
     */
    public TimelineAnswer read(UserId reader, TweetId before, int limit, Deadline requested) {
        Deadline deadline = requested.within(limits.budget());
        ReadNotes notes = new ReadNotes(nanoTime);
        OwedView view = ceiling.view();
        Optional<Following> following = following(reader, deadline, notes);
        OwedToReader owed = OwedToReader.of(reader, view, following, before);
        catchUp(reader, deadline, notes);
        try (DatabaseTurn turn = new DatabaseTurn(databaseReads)) {
            ReadSources sources = sources(reader, before, following, owed, turn, deadline, notes);
            TimelineAnswer answer = new PageFill(before, sources, author -> belongs(author, reader, following),
                    hydrator, limits, deadline, notes).page(limit);
            return answer instanceof Page page ? kept(page, reader, view, owed, deadline, notes) : answer;
        }
    }

    /** The current followees, else the remembered ones, else none are known; anything but the first is flagged. */
    private Optional<Following> following(UserId reader, Deadline deadline, ReadNotes notes) {
        try {
            return Optional.of(graph.current(reader, deadline));
        } catch (FollowGraphUnavailableException outage) {
            notes.noteMissing(Degraded.FOLLOW_GRAPH);
            return graph.lastKnown(reader);
        }
    }

    private static boolean belongs(UserId author, UserId reader, Optional<Following> following) {
        return author.equals(reader) || following.map(followees -> followees.includes(author)).orElse(true);
    }

    private ReadSources sources(UserId reader, TweetId before, Optional<Following> following, OwedToReader owed,
            DatabaseTurn turn, Deadline deadline, ReadNotes notes) {
        Duration forSources = limits.withoutHydration(deadline.left());
        Map<SourceKind, TimelineSource> sources = new EnumMap<>(SourceKind.class);
        sources.put(SourceKind.OWN, pull(Map.of(reader, before), deadline.within(limits.own())));
        Map<UserId, TweetId> pulled = following.map(known -> known.pulledBefore(before))
                .orElse(Map.of());
        if (!pulled.isEmpty()) {
            sources.put(SourceKind.CELEBRITIES, pull(pulled, deadline.within(limits.celebrities())));
        }
        Function<TweetId, TimelineSource> database = position -> {
            Following known = following
                    .orElseThrow(() -> new SourceUnavailableException(Reason.GRAPH_UNKNOWN, null));
            turn.take(deadline.within(limits.shedAfter()));
            return pull(AuthorTweets.allBefore(position, known.pushed()), deadline.within(forSources));
        };
        sources.put(SourceKind.TIMELINE, owed.comparedWith(new CachedThenDatabase(reader, before, cache,
                () -> rebuilt(reader, deadline), database, deadline.within(forSources), notes)));
        if (owed.hasTweets()) {
            sources.put(SourceKind.OWED, owed.tweets());
        }
        if (!owed.backfills().isEmpty()) {
            sources.put(SourceKind.BACKFILL, backfills(owed.backfills(), turn, deadline));
        }
        return new ReadSources(sources, sideBySide.threads(), deadline, notes);
    }

    private TimelineSource pull(Map<UserId, TweetId> authors, Deadline deadline) {
        return new AuthorTweets(tweets, authors, sideBySide, deadline);
    }

    /** A few are pulled as celebrities are; who has just followed many takes a turn, as one does whose timeline is read from the database. */
    private TimelineSource backfills(Map<UserId, TweetId> authors, DatabaseTurn turn, Deadline deadline) {
        TimelineSource pulled = pull(authors, deadline.within(limits.celebrities()));
        return authors.size() <= FEW_BACKFILLS ? pulled : wanted -> {
            try {
                turn.take(deadline.within(limits.shedAfter()));
            } catch (SourceUnavailableException shed) {
                // The page is as good as its timeline, and says what it may lack: it is not turned away.
                throw new SourceUnavailableException(Reason.TOO_SLOW, shed);
            }
            return pulled.next(wanted);
        };
    }

    /** Whether a timeline that was cold is worth reading again. */
    private boolean rebuilt(UserId reader, Deadline deadline) {
        return switch (rebuilder.rebuild(reader, deadline.atMost(limits.rebuildPatience()))) {
            case READY, ELSEWHERE -> true;
            case OVERTAKEN, FAILED, REFUSED, UNDER_WAY -> false;
        };
    }

    /** Adds to the cached timeline what the reader was shown while it was away. */
    private void catchUp(UserId reader, Deadline deadline, ReadNotes notes) {
        List<HomeTimelineEntry> owed = shownAhead.of(reader);
        if (!owed.isEmpty() && added(owed, reader, deadline, notes)) {
            shownAhead.settle(reader, owed);
        }
    }

    /** Sees to it that the next read from the cache has what this one showed, and that this one says what it may lack. */
    private Page kept(Page page, UserId reader, OwedView view, OwedToReader owed, Deadline deadline,
            ReadNotes notes) {
        if (view.mayLack(page.next().orElse(TweetId.EARLIEST))) {
            notes.noteMissing(Degraded.FAN_OUT);
        }
        List<HomeTimelineEntry> lacking = owed.lacking(page.tweets());
        if (!lacking.isEmpty()) {
            notes.noteMended();
            ceiling.noteMended();
            if (!added(lacking, reader, deadline, notes)) {
                shownAhead.note(reader, lacking);
            }
        }
        remember(page, reader, deadline, notes);
        return new Page(page.tweets(), page.next(), notes.origin(), notes.degraded(), notes.stages());
    }

    private void remember(Page page, UserId reader, Deadline deadline, ReadNotes notes) {
        List<HomeTimelineEntry> shown = page.tweets().stream().filter(tweet -> !tweet.author().equals(reader))
                .map(tweet -> new HomeTimelineEntry(tweet.id(), tweet.author())).toList();
        boolean away = page.degraded().contains(Degraded.CACHE);
        if (!away && !notes.passedByAColdCache()) {
            return;
        }
        if (away || !added(shown, reader, deadline, notes)) {
            shownAhead.note(reader, shown);
        }
    }

    private boolean added(List<HomeTimelineEntry> entries, UserId reader, Deadline deadline, ReadNotes notes) {
        try {
            notes.timed(Stage.CACHE, () -> {
                timelines.backfill(entries, TweetId.EARLIEST, List.of(reader), deadline);
                return entries;
            });
            return true;
        } catch (HomeTimelinesUnavailableException outage) {
            notes.noteMissing(Degraded.CACHE);
            return false;
        }
    }
}
