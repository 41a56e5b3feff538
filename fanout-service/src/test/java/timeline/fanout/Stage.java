package timeline.fanout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import timeline.deadline.Deadline;
import timeline.event.FollowEvent.Followed;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.ManualClock;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.Tweet;

/** The fan-out on its twins, with one author, and readers who see what the read path would show them. */
final class Stage {
    static final UserId AUTHOR = new UserId(1);
    private static final int PAGE = 3;

    final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");

    final InMemoryTweets tweets = new InMemoryTweets(clock);
    final InMemoryHomeTimelines cache = new InMemoryHomeTimelines(clock);
    final InMemoryFollowGraph graph;
    final FanoutWorker worker;
    final List<OwedBackfill> settled = new ArrayList<>();
    final Settling<OwedBackfill> settling = new Settling<>((paid, deadline) -> settle(paid), cache,
            () -> clock.millis() * 1_000_000, 100);
    final Backfill backfill = new Backfill(tweets, cache, cache, settling);

    private void settle(List<OwedBackfill> paid) {
        settled.addAll(paid);
    }

    Stage(long threshold) {
        graph = new InMemoryFollowGraph(threshold, clock);
        worker = worker(graph, graph);
    }

    FanoutWorker worker(Followers followers, PullSet pullSet) {
        return new FanoutWorker(followers, pullSet, new FanoutPolicy(), tweets, cache, cache, PAGE);
    }

    /** The worker with another way to the cache. */
    FanoutWorker worker(HomeTimelineWriter timelines) {
        return new FanoutWorker(graph, graph, new FanoutPolicy(), tweets, timelines, cache, PAGE);
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
        backfill.handle(new Followed(reader, AUTHOR), Deadline.current());
    }

    /** As the read path does: everything that the database has of whom the reader follows. */
    void rebuild(UserId reader) {
        cache.beginRebuild(reader, Deadline.current())
                .ifPresent(rebuild -> rebuild.finish(tweets.ofAuthor(AUTHOR, TweetId.LATEST, 800, Deadline.current())
                        .stream().map(tweet -> new HomeTimelineEntry(tweet.id(), AUTHOR)).toList(), TweetId.EARLIEST,
                        Deadline.current()));
    }

    /** Puts a tweet into the database, a millisecond after the last one, and returns its event. */
    TweetPosted post() {
        return postAfter(Duration.ofMillis(1));
    }

    /** The same, some time after the last one. */
    TweetPosted postAfter(Duration pause) {
        clock.advance(pause);
        TweetId id = TweetId.firstOf(clock.instant());
        return (TweetPosted) tweets.post(new Tweet(id, AUTHOR, "author", "text", List.of())).event();
    }

    TweetDeleted delete(TweetPosted tweet) {
        tweets.delete(tweet.tweet(), AUTHOR);
        return new TweetDeleted(tweet.tweet(), AUTHOR);
    }

    FanoutOutcome handle(TweetPosted event) {
        return worker.handle(event, new Progress(), Deadline.current());
    }

    /** What a reader's page shows: cache, celebrities, and the database below the floor or when cold; only what is not deleted. */
    List<TweetId> visibleTo(UserId reader) {
        List<TweetId> all = tweets.ofAuthor(AUTHOR, TweetId.LATEST, 10_000, Deadline.current()).stream().map(Tweet::id)
                .toList();
        Optional<PulledAuthor> author = graph.pulled(AUTHOR);
        if ((author.isPresent() && author.get().until().isEmpty())
                || !(cache.page(reader, TweetId.LATEST, 1000, Deadline.current()) instanceof Ready ready)) {
            return all;
        }
        NavigableSet<TweetId> seen = new TreeSet<>();
        author.flatMap(PulledAuthor::until)
                .ifPresent(until -> all.stream().filter(tweet -> tweet.isBefore(until)).forEach(seen::add));
        ready.entries().forEach(entry -> seen.add(entry.tweet()));
        all.stream().filter(tweet -> tweet.isBefore(ready.floor())).forEach(seen::add);
        seen.retainAll(all);
        return List.copyOf(seen.descendingSet());
    }

    /** The entries of a reader's cached timeline alone. */
    List<TweetId> cachedFor(UserId reader) {
        return cache.page(reader, TweetId.LATEST, 1000, Deadline.current()) instanceof Ready ready
                ? ready.entries().stream().map(HomeTimelineEntry::tweet).toList()
                : List.of();
    }
}
