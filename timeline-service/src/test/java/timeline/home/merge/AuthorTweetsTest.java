package timeline.home.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.home.merge.SourceUnavailableException.Reason;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.TweetsUnavailableException;

class AuthorTweetsTest {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    @AfterAll
    static void close() {
        THREADS.shutdownNow();
    }

    @Test
    void equalsTheSortedUnionOfAllAuthors() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<UserId> authors = authors(random.nextInt(40));
            CountingTweets tweets = new CountingTweets();
            List<TweetId> expected = new ArrayList<>();
            int count = authors.isEmpty() ? 0 : random.nextInt(600);
            for (int i = 1; i <= count; i++) {
                // A skewed choice: few authors write most.
                double chance = random.nextDouble();
                UserId author = authors.get((int) (chance * chance * chance * authors.size()));
                expected.addFirst(tweets.post(i, author));
            }
            TweetId before = new TweetId(1L + random.nextInt(700));
            AuthorTweets source = source(tweets, authors, before);

            List<TweetId> met = new ArrayList<>();
            Window window;
            do {
                window = source.next(1 + random.nextInt(60));
                window.items().forEach(item -> met.add(item.id()));
            } while (!window.horizon().equals(TweetId.EARLIEST));

            assertThat(met).as("seed %d", seed)
                    .isEqualTo(expected.stream().filter(id -> id.isBefore(before)).toList());
        }
    }

    @Test
    void readsLittleMoreThanIsWantedFromFiveThousandAuthors() {
        List<UserId> authors = authors(5_000);
        CountingTweets tweets = new CountingTweets();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 1; i <= 12_000; i++) {
            tweets.post(i, authors.get(random.nextInt(authors.size())));
        }

        List<TimelineItem> page = source(tweets, authors, TweetId.LATEST).next(21).items();

        assertThat(page).extracting(item -> item.id().value())
                .isEqualTo(LongStream.rangeClosed(11_980, 12_000).boxed().sorted(Comparator.reverseOrder()).toList());
        assertThat(tweets.batches.get()).as("batches of many authors").isEqualTo(25);
        assertThat(tweets.singles.get()).as("authors who bounded the horizon").isLessThan(5);
        assertThat(tweets.read.get()).as("tweets read").isLessThanOrEqualTo(2 * 5_000 + 50);
    }

    @Test
    void readsABusyAuthorOnInALogarithmOfQueries() {
        List<UserId> authors = authors(100);
        CountingTweets tweets = new CountingTweets();
        for (int i = 1; i <= 2_000; i++) {
            tweets.post(i, authors.getFirst());
        }

        List<TimelineItem> newest = source(tweets, authors, TweetId.LATEST).next(800).items();

        assertThat(newest).hasSize(800);
        assertThat(tweets.singles.get()).isLessThanOrEqualTo(8);
    }

    @Test
    void failsAsAWholeWhenOneBatchFails() {
        CountingTweets tweets = new CountingTweets();
        tweets.failing = true;

        assertThatThrownBy(() -> source(tweets, authors(3), TweetId.LATEST).next(5))
                .isInstanceOfSatisfying(SourceUnavailableException.class,
                        unavailable -> assertThat(unavailable.reason()).isEqualTo(Reason.FAILED));
    }

    @Test
    void givesWhatItHasWhenItFailsOnTheWay() {
        List<UserId> authors = authors(2);
        CountingTweets tweets = new CountingTweets();
        for (int i = 1; i <= 300; i++) {
            tweets.post(i, authors.getFirst());
        }
        AuthorTweets source = source(tweets, authors, TweetId.LATEST);
        Window first = source.next(10);
        tweets.failing = true;

        Window rest = source.next(200);

        assertThat(rest.items()).isNotEmpty().hasSizeLessThan(200);
        assertThat(rest.horizon()).isEqualTo(rest.items().getLast().id());
        assertThat(rest.items().getFirst().id().value()).isEqualTo(first.horizon().value() - 1);
        assertThatThrownBy(() -> source.next(200)).isInstanceOf(SourceUnavailableException.class);
    }

    private static List<UserId> authors(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(UserId::new).toList();
    }

    private static AuthorTweets source(Tweets tweets, List<UserId> authors, TweetId before) {
        return new AuthorTweets(tweets, AuthorTweets.allBefore(before, authors), new SideBySide(THREADS, 4),
                Deadline.in(Duration.ofSeconds(30), System::nanoTime));
    }

    /** Counts queries and tweets. */
    private static final class CountingTweets implements Tweets {
        final AtomicInteger batches = new AtomicInteger();
        final AtomicInteger singles = new AtomicInteger();
        final AtomicInteger read = new AtomicInteger();
        volatile boolean failing;
        private final InMemoryTweets store = new InMemoryTweets(Clock.systemUTC());

        TweetId post(long id, UserId author) {
            store.post(new Tweet(new TweetId(id), author, "user", "text", List.of()));
            return new TweetId(id);
        }

        @Override
        public Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
            throw new AssertionError("tweets that were read need no look-up");
        }

        @Override
        public List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
            singles.incrementAndGet();
            fail();
            List<Tweet> found = store.ofAuthor(author, before, limit, deadline);
            read.addAndGet(found.size());
            return found;
        }

        @Override
        public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
                Deadline deadline) {
            batches.incrementAndGet();
            fail();
            Map<UserId, List<Tweet>> found = store.ofAuthors(authors, before, limitPerAuthor, deadline);
            found.values().forEach(tweets -> read.addAndGet(tweets.size()));
            return found;
        }

        private void fail() {
            if (failing) {
                throw new TweetsUnavailableException("made to fail", null);
            }
        }
    }
}
