package timeline.tweetstore.cassandra;

import static java.util.stream.Collectors.groupingBy;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Gatherers;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets.Slice;

/**
 * The newest tweets of each of up to thousands of authors, many authors in one statement (ADR 0008). In rounds: the first reads everybody's
 * newest possible partition; who still lacks tweets after it is looked up in the index of partitions, and each further round reads the newest
 * that each of them has left.
 */
final class ManyAuthorsTweets {
    private static final int MAX_ROWS_A_STATEMENT = 1_000;

    private final SelectAuthorBuckets selectAuthorBuckets;
    private final SelectTweetsByAuthors selectTweetsByAuthors;
    private final OneAuthorsTweets oneAuthorsTweets;
    private final int minAuthorsAStatement;
    private final int maxAuthorsAStatement;
    private final int statementsInFlight;

    ManyAuthorsTweets(CassandraSession session, OneAuthorsTweets oneAuthorsTweets, int minAuthorsAStatement,
            int maxAuthorsAStatement, int statementsInFlight) {
        selectAuthorBuckets = new SelectAuthorBuckets(session);
        selectTweetsByAuthors = new SelectTweetsByAuthors(session);
        this.oneAuthorsTweets = oneAuthorsTweets;
        this.minAuthorsAStatement = minAuthorsAStatement;
        this.maxAuthorsAStatement = maxAuthorsAStatement;
        this.statementsInFlight = statementsInFlight;
    }

    /** @param newest the newest bucket that a tweet before {@code before} can be in */
    Map<UserId, List<Tweet>> before(Collection<UserId> authors, TweetId before, int newest, int limit) {
        List<AuthorPull> pulls = pulls(authors, newest, limit);
        round(pulls, before, limit, this::take);
        plan(pulls.stream().filter(pull -> pull.missing() > 0).toList(), newest - 1);
        for (List<AuthorPull> open = open(pulls); !open.isEmpty(); open = open(open)) {
            round(open, before, limit, this::take);
        }
        Map<UserId, List<Tweet>> tweets = LinkedHashMap.newLinkedHashMap(pulls.size());
        pulls.forEach(pull -> tweets.put(pull.author(), pull.tweets()));
        return tweets;
    }

    /** What is in that bucket, as far as one statement for each few authors tells. */
    Map<UserId, Slice> newest(Collection<UserId> authors, TweetId before, int newest, int limit) {
        Map<UserId, Slice> slices = LinkedHashMap.newLinkedHashMap(authors.size());
        round(pulls(authors, newest, limit), before, limit,
                (pull, rows) -> slices.put(pull.author(), pull.slice(rows)));
        return slices;
    }

    private static List<AuthorPull> pulls(Collection<UserId> authors, int newest, int limit) {
        return authors.stream().distinct().map(author -> {
            AuthorPull pull = new AuthorPull(author, limit);
            pull.plan(List.of(newest));
            return pull;
        }).toList();
    }

    private void plan(List<AuthorPull> lacking, int newest) {
        List<List<AuthorPull>> chunks = lacking.stream()
                .gather(Gatherers.windowFixed(authorsAStatement(lacking.size(), 1))).toList();
        List<Map<UserId, List<Integer>>> found = new Concurrently(statementsInFlight).map(chunks,
                chunk -> selectAuthorBuckets.execute(chunk.stream().map(AuthorPull::author).toList(), newest));
        for (int i = 0; i < chunks.size(); i++) {
            Map<UserId, List<Integer>> buckets = found.get(i);
            chunks.get(i).forEach(pull -> pull.plan(buckets.getOrDefault(pull.author(), List.of())));
        }
    }

    private static List<AuthorPull> open(Collection<AuthorPull> pulls) {
        return pulls.stream().filter(AuthorPull::isOpen).toList();
    }

    private void round(List<AuthorPull> open, TweetId before, int limit, BiConsumer<AuthorPull, List<Row>> taker) {
        int chunkSize = authorsAStatement(open.size(), limit);
        List<List<AuthorPull>> chunks = open.stream().collect(groupingBy(AuthorPull::nextBucket)).values().stream()
                .flatMap(sameBucket -> sameBucket.stream().gather(Gatherers.windowFixed(chunkSize))).toList();
        List<List<Row>> results = new Concurrently(statementsInFlight).map(chunks,
                chunk -> selectTweetsByAuthors.execute(chunk.stream().map(AuthorPull::author).toList(),
                        chunk.getFirst().nextBucket(), before, limit));
        for (int i = 0; i < chunks.size(); i++) {
            Map<UserId, List<Row>> rows = results.get(i).stream().collect(groupingBy(TweetRows::author));
            chunks.get(i).forEach(pull -> taker.accept(pull, rows.getOrDefault(pull.author(), List.of())));
        }
    }

    /** Few authors are spread over all statements in flight; many are packed, but not so that one statement comes near its time-out. */
    private int authorsAStatement(int authors, int rowsEach) {
        int spread = Math.ceilDiv(Math.max(authors, 1), statementsInFlight);
        int packed = Math.clamp(spread, minAuthorsAStatement, maxAuthorsAStatement);
        return Math.clamp(MAX_ROWS_A_STATEMENT / rowsEach, 1, packed);
    }

    private void take(AuthorPull pull, List<Row> rows) {
        pull.take(rows).ifPresent(readOn -> pull.finish(
                oneAuthorsTweets.before(pull.author(), readOn, AuthorBucket.of(readOn), pull.missing())));
    }
}
