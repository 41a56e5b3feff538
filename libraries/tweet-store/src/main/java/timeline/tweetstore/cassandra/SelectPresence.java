package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Presence;

/** Which of a tweet's rows are there? All those that {@link InsertTweet} writes, asked for at the same time. */
final class SelectPresence {
    private final CassandraSession session;
    private final PreparedCql byId;
    private final PreparedCql byAuthor;
    private final PreparedCql authorBucket;

    SelectPresence(CassandraSession session) {
        this.session = session;
        byId = new PreparedCql(session, PreparedCql.Kind.READ,
                "SELECT author_id, deleted FROM tweets_by_id WHERE tweet_id = ?");
        byAuthor = new PreparedCql(session, PreparedCql.Kind.READ,
                "SELECT deleted FROM tweets_by_author WHERE author_id = ? AND bucket = ? AND tweet_id = ?");
        authorBucket = new PreparedCql(session, PreparedCql.Kind.READ,
                "SELECT bucket FROM author_buckets WHERE author_id = ? AND bucket = ?");
    }

    Presence execute(TweetId tweet, UserId author) {
        int bucket = AuthorBucket.of(tweet);
        var one = ask(byId.bind(tweet.value()));
        var other = ask(byAuthor.bind(author.value(), bucket, tweet.value()));
        var index = ask(authorBucket.bind(author.value(), bucket));
        return of(Concurrently.await(one).filter(row -> row.getLong("author_id") == author.value()),
                Concurrently.await(other), Concurrently.await(index).isPresent());
    }

    private static Presence of(Optional<Row> byId, Optional<Row> byAuthor, boolean isIndexed) {
        if (byId.isEmpty() && byAuthor.isEmpty()) {
            return Presence.ABSENT;
        }
        Optional<Boolean> isLive = byId.map(SelectPresence::isLive);
        boolean agree = isLive.equals(byAuthor.map(SelectPresence::isLive));
        // Nobody has to find a deleted tweet through the index, and a tweet that was deleted before it came has no entry there.
        boolean found = isIndexed || !isLive.orElse(true);
        return agree && found ? Presence.COMPLETE : Presence.PARTIAL;
    }

    private static boolean isLive(Row row) {
        return !row.getBoolean("deleted");
    }

    private CompletableFuture<Optional<Row>> ask(BoundStatement question) {
        return session.executeAsync(question).thenApply(answer -> Optional.ofNullable(answer.one()))
                .toCompletableFuture();
    }
}
