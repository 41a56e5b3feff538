package timeline.tweetstore.cassandra;

import static java.util.stream.Collectors.groupingBy;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Gatherers;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/**
 * The newest tweets of each of up to thousands of authors, many authors in one statement (ADR 0008). In rounds: each round reads the
 * newest partition that each unfinished author has left. Most authors are finished after the first.
 */
final class ManyAuthorsTweets {
    private static final int MAX_AUTHORS_A_STATEMENT = 100;
    private static final int MAX_ROWS_A_STATEMENT = 2_000;
    private static final int STATEMENTS_IN_FLIGHT = 8;

    private final SelectAuthorBuckets selectAuthorBuckets;
    private final SelectTweetsByAuthors selectTweetsByAuthors;
    private final OneAuthorsTweets oneAuthorsTweets;
    private final Concurrently concurrently = new Concurrently(STATEMENTS_IN_FLIGHT);

    ManyAuthorsTweets(CassandraSession session, OneAuthorsTweets oneAuthorsTweets) {
        selectAuthorBuckets = new SelectAuthorBuckets(session);
        selectTweetsByAuthors = new SelectTweetsByAuthors(session);
        this.oneAuthorsTweets = oneAuthorsTweets;
    }

    Map<UserId, List<Tweet>> before(Collection<UserId> authors, TweetId before, int limit) {
        Map<UserId, AuthorPull> pulls = new LinkedHashMap<>();
        authors.forEach(author -> pulls.put(author, new AuthorPull(author, limit)));
        plan(pulls, before);
        for (List<AuthorPull> open = open(pulls.values()); !open.isEmpty(); open = open(open)) {
            round(open, before, limit);
        }
        Map<UserId, List<Tweet>> tweets = LinkedHashMap.newLinkedHashMap(pulls.size());
        pulls.forEach((author, pull) -> tweets.put(author, pull.tweets()));
        return tweets;
    }

    private void plan(Map<UserId, AuthorPull> pulls, TweetId before) {
        int newest = AuthorBucket.of(before);
        List<List<UserId>> chunks = pulls.keySet().stream().gather(Gatherers.windowFixed(MAX_AUTHORS_A_STATEMENT))
                .toList();
        concurrently.map(chunks, chunk -> selectAuthorBuckets.execute(chunk, newest))
                .forEach(found -> found.forEach(
                        (author, buckets) -> Objects.requireNonNull(pulls.get(author)).plan(buckets)));
    }

    private static List<AuthorPull> open(Collection<AuthorPull> pulls) {
        return pulls.stream().filter(AuthorPull::isOpen).toList();
    }

    private void round(List<AuthorPull> open, TweetId before, int limit) {
        int authorsAStatement = Math.clamp(MAX_ROWS_A_STATEMENT / limit, 1, MAX_AUTHORS_A_STATEMENT);
        List<List<AuthorPull>> chunks = open.stream().collect(groupingBy(AuthorPull::nextBucket)).values().stream()
                .flatMap(sameBucket -> sameBucket.stream().gather(Gatherers.windowFixed(authorsAStatement))).toList();
        List<List<Row>> results = concurrently.map(chunks,
                chunk -> selectTweetsByAuthors.execute(chunk.stream().map(AuthorPull::author).toList(),
                        chunk.getFirst().nextBucket(), before, limit));
        for (int i = 0; i < chunks.size(); i++) {
            Map<Long, List<Row>> rows = results.get(i).stream().collect(groupingBy(row -> row.getLong("author_id")));
            chunks.get(i).forEach(pull -> take(pull, rows.getOrDefault(pull.author().value(), List.of())));
        }
    }

    private void take(AuthorPull pull, List<Row> rows) {
        pull.take(rows).ifPresent(
                readOn -> pull.finish(oneAuthorsTweets.before(pull.author(), readOn, pull.missing())));
    }
}
