package timeline.home;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import timeline.deadline.Deadline;
import timeline.home.bodies.KeptBodies;
import timeline.home.merge.AuthorTweets;
import timeline.home.merge.SideBySide;
import timeline.home.merge.SourceUnavailableException;
import timeline.home.merge.TimelineItem;
import timeline.home.merge.Window;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;

/**
 * Fills timelines that are cold: of new readers, of those who were away, of everyone after the cache was lost.
 *
 * <p>One build for a user at a time in this process, however many readers ask (the lease in the cache sees to the other
 * processes), and only so many builds at once: when the whole cache is lost, everybody's timeline is cold in the same second, and a
 * store that is just enough for the healthy days must not be asked by all of them (ADR 0011). For the same reason it brings what is
 * read soon, not what a timeline may hold: who scrolls further reads the database there.
 *
 * <p>A build outlives the read that began it. Its order is the one of {@link HomeTimelineReader#beginRebuild}: begin, then the
 * graph, then the database, then finish; and the graph has to be current, since a timeline that was built from remembered
 * followees would claim to be complete without being it.
 */
public final class TimelineRebuilder {
    /** How a build ended, as seen by one who waits for it. */
    public enum Outcome {
        /** The timeline is there. */
        READY,
        /** It is not cold any more, or somebody else builds it. */
        ELSEWHERE,
        /** It was evicted, failed over or overtaken while it was built. */
        OVERTAKEN,
        /** The graph, the store or the cache failed. */
        FAILED,
        /** Too many builds are under way. */
        REFUSED,
        /** It goes on in the background. */
        UNDER_WAY
    }

    /** For giving a build up, which is often due because its own time is over; the lease is not, yet. */
    private static final Duration GIVING_UP = Duration.ofMillis(250);

    private final HomeTimelineReader cache;
    private final FollowGraph graph;
    private final Tweets tweets;
    private final KeptBodies bodies;
    private final SideBySide sideBySide;
    private final ReadLimits limits;
    private final LongSupplier nanoTime;
    private final Consumer<Outcome> listener;
    private final Semaphore permits;
    private final ConcurrentMap<UserId, CompletableFuture<Outcome>> flights = new ConcurrentHashMap<>();

    /**
     * @param bodies keeps the tweets that a build has read, which its reader is about to ask for
     * @param listener is told how each build ended, for metrics
     */
    public TimelineRebuilder(HomeTimelineReader cache, FollowGraph graph, Tweets tweets, KeptBodies bodies,
            SideBySide sideBySide, ReadLimits limits, LongSupplier nanoTime, Consumer<Outcome> listener) {
        this.cache = cache;
        this.graph = graph;
        this.tweets = tweets;
        this.bodies = bodies;
        this.sideBySide = sideBySide;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.listener = listener;
        this.permits = new Semaphore(limits.concurrentRebuilds());
    }

    /** Begins to build a timeline, or joins the build under way, and waits for it as long as patience lasts. */
    public Outcome rebuild(UserId user, Duration patience) {
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> flight = flights.putIfAbsent(user, mine);
        if (flight == null) {
            flight = mine;
            begin(user, mine, sideBySide.threads());
        }
        try {
            return flight.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException goesOn) {
            return Outcome.UNDER_WAY;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.UNDER_WAY;
        } catch (ExecutionException defect) {
            throw new IllegalStateException("a build never ends with an exception", defect);
        }
    }

    /** How many builds are under way in this process, for metrics and for tests to wait upon. */
    public int underWay() {
        return flights.size();
    }

    private void begin(UserId user, CompletableFuture<Outcome> flight, ExecutorService threads) {
        if (!permits.tryAcquire()) {
            land(user, flight, Outcome.REFUSED);
            return;
        }
        threads.execute(() -> {
            Outcome outcome = Outcome.FAILED;
            try {
                outcome = build(user);
            } finally {
                permits.release();
                land(user, flight, outcome);
            }
        });
    }

    private void land(UserId user, CompletableFuture<Outcome> flight, Outcome outcome) {
        flights.remove(user, flight);
        listener.accept(outcome);
        flight.complete(outcome);
    }

    private Outcome build(UserId user) {
        Deadline deadline = Deadline.in(limits.rebuild(), nanoTime);
        try {
            Optional<Rebuild> begun = cache.beginRebuild(user, deadline);
            return begun.isEmpty() ? Outcome.ELSEWHERE : build(user, begun.get(), deadline);
        } catch (HomeTimelinesUnavailableException outage) {
            return Outcome.FAILED;
        }
    }

    private Outcome build(UserId user, Rebuild rebuild, Deadline deadline) {
        try {
            List<UserId> authors = graph.current(user, deadline).all();
            long beganNanos = nanoTime.getAsLong();
            Window newest = new AuthorTweets(tweets, AuthorTweets.allBefore(TweetId.LATEST, authors), sideBySide,
                    deadline).next(limits.rebuiltEntries());
            keep(newest, beganNanos);
            List<HomeTimelineEntry> entries = newest.items().stream()
                    .map(item -> new HomeTimelineEntry(item.id(), item.author())).toList();
            return rebuild.finish(entries, newest.horizon(), deadline) ? Outcome.READY : Outcome.OVERTAKEN;
        } catch (FollowGraphUnavailableException | SourceUnavailableException outage) {
            rebuild.abandon(Deadline.in(GIVING_UP, nanoTime));
            return Outcome.FAILED;
        }
    }

    private void keep(Window found, long beganNanos) {
        Map<TweetId, Tweet> tweetsFound = new HashMap<>();
        for (TimelineItem item : found.items()) {
            if (item.body() != null) {
                tweetsFound.put(item.id(), item.body());
            }
        }
        bodies.keep(tweetsFound, beganNanos);
    }
}
