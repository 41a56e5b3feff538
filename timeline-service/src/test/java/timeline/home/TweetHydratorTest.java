package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.home.TweetHydrator.Hydrated;
import timeline.home.bodies.DeletionRounds;
import timeline.home.bodies.InMemoryDeletions;
import timeline.home.bodies.KeptBodies;
import timeline.home.bodies.KnownDeletions;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.ManualClock;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;

class TweetHydratorTest {
    private static final Tweet TWEET = new Tweet(new TweetId(5), new UserId(2), "a", "text", List.of());

    private final AtomicLong nanos = new AtomicLong();
    private final InMemoryTweets store = new InMemoryTweets(Clock.systemUTC());
    private final FaultyTweets tweets = new FaultyTweets(store);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InMemoryDeletions deletions = new InMemoryDeletions("one", "two");
    private final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");
    private final KnownDeletions known = new KnownDeletions(clock, nanos::get);
    private final DeletionRounds rounds = new DeletionRounds(deletions, known, threads, clock, nanos::get);
    private final KeptBodies bodies = new KeptBodies(known, nanos::get, 100);
    private final TweetHydrator hydrator = new TweetHydrator(tweets, threads, nanos::get, bodies);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void looksAPopularTweetUpOnce() {
        store.post(TWEET);

        for (int i = 0; i < 10; i++) {
            assertThat(lookUp().live()).containsOnlyKeys(TWEET.id());
        }

        assertThat(tweets.lookUps.get()).isEqualTo(1);
        assertThat(bodies.hits()).isEqualTo(9);
    }

    @Test
    void forgetsItAfterNineTenthsOfASecond() {
        store.post(TWEET);
        lookUp();
        store.delete(TWEET.id(), TWEET.author());

        nanos.set(KeptBodies.ALWAYS.toNanos() - 1);
        assertThat(lookUp().live()).isNotEmpty();
        nanos.set(KeptBodies.ALWAYS.toNanos());
        assertThat(lookUp().live()).isEmpty();
    }

    @Test
    void countsFromTheBeginningOfASlowLookUp() {
        store.post(TWEET);
        // The tweet is deleted right after the store read it; the answer takes 600 ms to arrive.
        Tweets slow = new Tweets() {
            @Override
            public Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
                Map<TweetId, Tweet> found = store.findAll(ids, deadline);
                store.delete(TWEET.id(), TWEET.author());
                nanos.addAndGet(Duration.ofMillis(600).toNanos());
                return found;
            }

            @Override
            public List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
                return List.of();
            }

            @Override
            public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limit,
                    Deadline deadline) {
                return Map.of();
            }
        };
        TweetHydrator slowly = new TweetHydrator(slow, threads, nanos::get, bodies);
        slowly.lookUp(List.of(TWEET.id()), deadline());

        nanos.set(Duration.ofMillis(900).toNanos());

        assertThat(slowly.lookUp(List.of(TWEET.id()), deadline()).live()).isEmpty();
    }

    @Test
    void saysWhatItCouldNotLookUp() {
        store.post(TWEET);
        lookUp();
        tweets.failLookUps(true);

        Hydrated some = hydrator.lookUp(List.of(TWEET.id(), new TweetId(6)), deadline());

        assertThat(some.live()).containsOnlyKeys(TWEET.id());
        assertThat(some.unknown()).containsExactly(new TweetId(6));
    }

    @Test
    void looksATweetUpOnceInMinutesWhileItIsToldWhatIsDeleted() {
        ask();
        pass(Duration.ofMillis(1));
        store.post(TWEET);
        for (int i = 0; i < 100; i++) {
            assertThat(lookUp().live()).isNotEmpty();
            pass(Duration.ofMillis(500));
            ask();
        }

        assertThat(tweets.lookUps.get()).isEqualTo(1);
    }

    @Test
    void showsADeletedTweetNoMoreWhenItIsTold() {
        ask();
        pass(Duration.ofMillis(1));
        store.post(TWEET);
        lookUp();
        store.delete(TWEET.id(), TWEET.author());
        deletions.note("two", TWEET.id());
        ask();

        assertThat(lookUp().live()).isEmpty();
        assertThat(tweets.lookUps.get()).as("it is gone for good: nobody asks the store").isEqualTo(1);
    }

    @Test
    void keepsNothingOfWhatIsNotThere() {
        assertThat(lookUp().live()).isEmpty();
        store.post(TWEET);

        assertThat(lookUp().live()).as("a tweet may reach a timeline before the store of this reader").isNotEmpty();
    }

    private void ask() {
        assertThat(rounds.ask()).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Hydrated lookUp() {
        return hydrator.lookUp(List.of(TWEET.id()), deadline());
    }

    private Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10), nanos::get);
    }
}
