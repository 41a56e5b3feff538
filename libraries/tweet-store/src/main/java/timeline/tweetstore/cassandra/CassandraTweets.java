package timeline.tweetstore.cassandra;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;

/** Reads tweets from Cassandra, at LOCAL_QUORUM: what a writer was told is stored is seen by every later read (G2). */
public final class CassandraTweets implements Tweets {
    private static final int IDS_A_STATEMENT = 100;
    private static final int MIN_AUTHORS_A_STATEMENT = 10;
    private static final int MAX_AUTHORS_A_STATEMENT = 50;
    private static final int STATEMENTS_IN_FLIGHT = 8;
    /** With ever more rows in each: a page that begins with some two thousand deleted tweets, or in years of few of them, is not full. */
    private static final int STATEMENTS_A_SLICE = 8;
    /** No clock of a writer is further ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final SelectTweetsById selectTweetsById;
    private final OneAuthorsTweets oneAuthorsTweets;
    private final ManyAuthorsTweets manyAuthorsTweets;
    private final InstantSource clock;

    /** @param clock tells how new a tweet can be */
    public CassandraTweets(CassandraSession session, InstantSource clock) {
        this.clock = clock;
        selectTweetsById = new SelectTweetsById(session);
        oneAuthorsTweets = new OneAuthorsTweets(session);
        manyAuthorsTweets = new ManyAuthorsTweets(session, oneAuthorsTweets, MIN_AUTHORS_A_STATEMENT,
                MAX_AUTHORS_A_STATEMENT, STATEMENTS_IN_FLIGHT);
    }

    @Override
    public Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
        return deadline.call(() -> findAll(ids));
    }

    private Map<TweetId, Tweet> findAll(Collection<TweetId> ids) {
        Set<TweetId> distinct = new HashSet<>(ids);
        List<List<TweetId>> chunks = distinct.stream().gather(Gatherers.windowFixed(IDS_A_STATEMENT)).toList();
        Map<TweetId, Tweet> found = HashMap.newHashMap(distinct.size());
        new Concurrently(STATEMENTS_IN_FLIGHT).map(chunks, selectTweetsById::execute)
                .forEach(rows -> rows.stream().filter(TweetRows::isLive)
                        .map(TweetRows::tweet).forEach(tweet -> found.put(tweet.id(), tweet)));
        return found;
    }

    @Override
    public List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
        return deadline.call(() -> oneAuthorsTweets.before(author, before, newestBucket(before), limit));
    }

    @Override
    public Slice slice(UserId author, TweetId before, int limit, Deadline deadline) {
        return deadline.call(
                () -> oneAuthorsTweets.slice(author, before, newestBucket(before), limit, STATEMENTS_A_SLICE));
    }

    @Override
    public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
            Deadline deadline) {
        return deadline.call(() -> manyAuthorsTweets.before(authors, before, newestBucket(before), limitPerAuthor));
    }

    @Override
    public Map<UserId, Slice> newestOfAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
            Deadline deadline) {
        int newest = newestBucket(before);
        return deadline.call(() -> {
            if (authors.size() != 1) {
                return manyAuthorsTweets.newest(authors, before, newest, limitPerAuthor);
            }
            UserId author = authors.iterator().next();
            return Map.of(author, oneAuthorsTweets.newest(author, before, newest, limitPerAuthor));
        });
    }

    /** The newest that a tweet before that one can be in: not its own, if it is the first there can be in it. */
    private int newestBucket(TweetId before) {
        Instant newestPossible = clock.instant().plus(CLOCK_SKEW);
        TweetId newest = before.equals(TweetId.EARLIEST) ? before : new TweetId(before.value() - 1);
        return Math.min(AuthorBucket.of(newest), AuthorBucket.of(newestPossible));
    }
}
