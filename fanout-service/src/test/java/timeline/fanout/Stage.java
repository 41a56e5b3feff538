package timeline.fanout;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import timeline.event.FollowEvent.Followed;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.Tweet;

/** The fan-out on its twins, with one author, and readers who see what the read path would show them. */
final class Stage {
    static final UserId AUTHOR = new UserId(1);
    private static final long START = 1_750_000_000_000L;
    private static final int PAGE = 3;

    final InMemoryTweets tweets = new InMemoryTweets(InstantSource.system());
    final InMemoryHomeTimelines cache = new InMemoryHomeTimelines(Clock.systemUTC());
    final InMemoryFollowGraph graph;
    final FanoutWorker worker;
    final Backfill backfill = new Backfill(tweets, cache);
    private int posted;

    Stage(long threshold) {
        graph = new InMemoryFollowGraph(threshold);
        worker = worker(graph, graph);
    }

    FanoutWorker worker(Followers followers, PullSet pullSet) {
        return new FanoutWorker(followers, pullSet, new FanoutPolicy(), tweets, cache, PAGE);
    }

    static UserId reader(long number) {
        return new UserId(100 + number);
    }

    /** Readers 1 to count follow the author, and have a cached timeline. */
    List<UserId> followedBy(int count) {
        List<UserId> readers = LongStream.rangeClosed(1, count).mapToObj(Stage::reader).toList();
        readers.forEach(this::follow);
        return readers;
    }

    void follow(UserId reader) {
        graph.follow(reader, AUTHOR);
        rebuild(reader);
        backfill.handle(new Followed(reader, AUTHOR));
    }

    /** As the read path does: everything that the database has of whom the reader follows. */
    void rebuild(UserId reader) {
        cache.beginRebuild(reader).ifPresent(rebuild -> rebuild.finish(tweets.ofAuthor(AUTHOR, TweetId.LATEST, 800)
                .stream().map(tweet -> new HomeTimelineEntry(tweet.id(), AUTHOR)).toList(), TweetId.EARLIEST));
    }

    /** Puts a tweet into the database, and returns its event. */
    TweetPosted post() {
        TweetId id = new TweetId(Snowflake.compose(START + ++posted, 0, 0));
        tweets.post(new Tweet(id, AUTHOR, "author", "text", List.of()));
        return new TweetPosted(id, AUTHOR);
    }

    TweetDeleted delete(TweetPosted tweet) {
        tweets.delete(tweet.tweet(), AUTHOR);
        return new TweetDeleted(tweet.tweet(), AUTHOR);
    }

    FanoutOutcome handle(TweetPosted event) {
        return worker.handle(event);
    }

    /** What a reader's page shows: cache, celebrities, and the database below the floor or when cold; only what is not deleted. */
    List<TweetId> visibleTo(UserId reader) {
        List<TweetId> all = tweets.ofAuthor(AUTHOR, TweetId.LATEST, 10_000).stream().map(Tweet::id).toList();
        if (graph.pulled(AUTHOR).isPresent() || !(cache.page(reader, TweetId.LATEST, 1000) instanceof Ready ready)) {
            return all;
        }
        NavigableSet<TweetId> seen = new TreeSet<>();
        ready.entries().forEach(entry -> seen.add(entry.tweet()));
        all.stream().filter(tweet -> tweet.isBefore(ready.floor())).forEach(seen::add);
        seen.retainAll(all);
        return List.copyOf(seen.descendingSet());
    }

    /** The entries of a reader's cached timeline alone. */
    List<TweetId> cachedFor(UserId reader) {
        return cache.page(reader, TweetId.LATEST, 1000) instanceof Ready ready
                ? ready.entries().stream().map(HomeTimelineEntry::tweet).toList()
                : List.of();
    }
}
