package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import timeline.deadline.Deadline;
import timeline.home.TimelineAnswer.Page;
import timeline.home.TimelineRebuilder.Outcome;
import timeline.home.bodies.DeletionRounds;
import timeline.home.bodies.InMemoryDeletions;
import timeline.home.bodies.KeptBodies;
import timeline.home.bodies.KnownDeletions;
import timeline.home.merge.SideBySide;
import timeline.home.owed.Ceiling;
import timeline.home.owed.OwedList;
import timeline.home.owed.OwedLooks;
import timeline.hometimeline.HomeTimelineBackfill;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.ManualClock;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.Tweet;

/** The read path on in-memory stores, with just enough of a fan-out, on a clock of its own. */
final class Scene implements AutoCloseable {
    private static final long START = 1_750_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();
    final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");
    final InMemoryTweets store = new InMemoryTweets(clock);
    final FaultyTweets tweets = new FaultyTweets(store);
    final InMemoryHomeTimelines timelines = new InMemoryHomeTimelines(clock);
    final InMemoryFollowGraph graph = new InMemoryFollowGraph();
    final List<Outcome> rebuilds = Collections.synchronizedList(new ArrayList<>());
    final TimelineRebuilder rebuilder;
    final OwedList owed = new OwedList();
    final OwedLooks looks = new OwedLooks(store.owedDeliveries(), owed, clock, this::nanos);
    final Ceiling ceiling = new Ceiling(owed, clock, this::nanos, true);
    final InMemoryDeletions deletions = new InMemoryDeletions("one");
    final KnownDeletions known = new KnownDeletions(clock, this::nanos);
    final HomeTimeline homeTimeline;
    final NewTweets newTweets;
    private final TweetHydrator hydrator;
    private final ReadLimits limits;
    private final SideBySide sideBySide;
    private final DeletionRounds rounds;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UserId, Set<UserId>> followers = new HashMap<>();
    private final Set<UserId> pulled = new LinkedHashSet<>();
    private final Deque<Tweet> backlog = new ArrayDeque<>();
    private long ticks;

    Scene() {
        this(limits -> limits);
    }

    Scene(UnaryOperator<ReadLimits> change) {
        ReadLimits patient = new ReadLimits(Duration.ofMillis(1500), Duration.ofMillis(600),
                Duration.ofMillis(800), Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofSeconds(4), 8, 32,
                Duration.ofMillis(100), 2000, 200);
        limits = change.apply(patient);
        sideBySide = new SideBySide(threads, 4);
        KeptBodies bodies = new KeptBodies(known, nanos::get, 10_000);
        hydrator = new TweetHydrator(tweets, threads, nanos::get, bodies);
        newTweets = new NewTweets(looks, hydrator, nanos::get);
        rounds = new DeletionRounds(deletions, known, threads, clock, nanos::get);
        rebuilder = new TimelineRebuilder(timelines, graph, tweets, bodies, sideBySide, limits, nanos::get,
                rebuilds::add);
        homeTimeline = with(timelines);
        look();
    }

    /** Looks at the book of debts, as the background does each second or so. */
    void look() {
        var _ = looks.lookAtWhatIsNew();
        looks.lookAtEverything();
    }

    /** Asks what was deleted, as the background does several times a second; while nobody does, bodies count for a moment. */
    void askWhatWasDeleted() {
        boolean _ = rounds.ask();
    }

    private long nanos() {
        return nanos.get();
    }

    /** The same read path, with another way to the cache. */
    HomeTimeline with(HomeTimelineReader cache) {
        return with(cache, timelines);
    }

    HomeTimeline with(HomeTimelineReader cache, HomeTimelineBackfill additions) {
        return new HomeTimeline(graph, cache, additions, tweets,
                hydrator, rebuilder, sideBySide, limits, ceiling, nanos::get);
    }

    /** A deadline by this scene's clock. */
    Deadline in(Duration time) {
        return Deadline.in(time, nanos::get);
    }

    /** A reader that never waits for a rebuild. */
    static Scene impatient() {
        return new Scene(limits -> withPatience(limits, Duration.ZERO));
    }

    static ReadLimits withPatience(ReadLimits limits, Duration patience) {
        return new ReadLimits(limits.budget(), limits.own(), limits.celebrities(),
                limits.hydration(), patience, limits.rebuild(), limits.concurrentRebuilds(),
                limits.concurrentDatabaseReads(), limits.shedAfter(), limits.scannedEntries(),
                limits.rebuiltEntries());
    }

    void follow(UserId reader, UserId author) {
        followers.computeIfAbsent(author, any -> new LinkedHashSet<>()).add(reader);
        graph.follow(reader, author);
        List<Tweet> newest = store.ofAuthor(author, TweetId.LATEST, HomeTimelineReader.CAPACITY, Deadline.current());
        TweetId completeFrom = newest.size() < HomeTimelineReader.CAPACITY ? TweetId.EARLIEST : newest.getLast().id();
        timelines.backfill(newest.stream().map(Scene::entry).toList(), completeFrom, List.of(reader),
                Deadline.current());
    }

    void unfollow(UserId reader, UserId author) {
        graph.unfollow(reader, author);
        followers.getOrDefault(author, new LinkedHashSet<>()).remove(reader);
    }

    /** From now on the author is left for read time. */
    void celebrate(UserId author) {
        graph.pull(author);
        pulled.add(author);
    }

    /** The way down begins: the tweets from this one on are pushed, and readers pull only what is older. */
    void beginToComeDown(UserId author, TweetId until) {
        pulled.remove(author);
        graph.pullBefore(author, until);
    }

    /** The way down: pushes begin, what was left is backfilled, then readers stop pulling. */
    void comeDown(UserId author) {
        pulled.remove(author);
        List<HomeTimelineEntry> all = store.ofAuthor(author, TweetId.LATEST, 10_000, Deadline.current()).stream()
                .map(Scene::entry)
                .toList();
        timelines.backfill(all, TweetId.EARLIEST, followers.getOrDefault(author, Set.of()), Deadline.current());
        graph.push(author);
    }

    /** A tweet that is stored, and not pushed yet; nor is it owed: what the read path makes of debts, {@link #owe} shows. */
    Tweet post(UserId author) {
        Tweet tweet = owe(author);
        store.owedDeliveries().settle(store.owedDeliveries().pending(Instant.MAX, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.tweet().equals(tweet.id())).toList());
        return tweet;
    }

    /** A tweet that is stored, and that nobody has delivered yet. */
    Tweet owe(UserId author) {
        ticks++;
        // Three tweets in each millisecond, so that the order is one of ids and not of times alone.
        TweetId id = new TweetId(Snowflake.compose(START + ticks / 3, (int) (ticks % 3), 7));
        Tweet tweet = new Tweet(id, author, "user" + author, "tweet " + id, List.of());
        store.post(tweet);
        return tweet;
    }

    /** What can't be pushed now is pushed before the next tweet that can. */
    void fanOut(Tweet tweet) {
        if (!pulled.contains(tweet.author())) {
            backlog.add(tweet);
        }
        try {
            while (!backlog.isEmpty()) {
                Tweet next = backlog.getFirst();
                timelines.push(entry(next), followers.getOrDefault(next.author(), Set.of()), Deadline.current());
                backlog.removeFirst();
            }
        } catch (HomeTimelinesUnavailableException outage) {
            assertThat(backlog).isNotEmpty();
        }
    }

    Tweet publish(UserId author) {
        Tweet tweet = post(author);
        fanOut(tweet);
        return tweet;
    }

    /** Deletes, and waits until a delete has to count. */
    void delete(Tweet tweet) {
        store.delete(tweet.id(), tweet.author());
        pass(Duration.ofSeconds(1));
    }

    void pass(Duration time) {
        passWithoutLooking(time);
        look();
    }

    void passWithoutLooking(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.advance(time);
    }

    TimelineAnswer read(UserId reader, TweetId before, int limit) {
        return homeTimeline.read(reader, before, limit, in(Duration.ofSeconds(2)));
    }

    Page page(UserId reader, TweetId before, int limit) {
        TimelineAnswer answer = read(reader, before, limit);
        assertThat(answer).isInstanceOf(Page.class);
        return (Page) answer;
    }

    Page first(UserId reader) {
        return page(reader, TweetId.LATEST, 20);
    }

    /** The ids of all pages to the end; each page checked for its size. */
    List<TweetId> walk(UserId reader, int limit) {
        List<TweetId> met = new ArrayList<>();
        Optional<TweetId> next = Optional.of(TweetId.LATEST);
        while (next.isPresent()) {
            Page page = page(reader, next.get(), limit);
            assertThat(page.tweets()).hasSizeLessThanOrEqualTo(limit);
            page.tweets().forEach(tweet -> met.add(tweet.id()));
            next = page.next();
        }
        return met;
    }

    void awaitNoRebuild() {
        Await.that("no rebuild is under way", () -> rebuilder.underWay() == 0);
    }

    static HomeTimelineEntry entry(Tweet tweet) {
        return new HomeTimelineEntry(tweet.id(), tweet.author());
    }

    static UserId user(long id) {
        return new UserId(id);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
