package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.OutboxEntry;

/** The oldest entries of one partition of the outbox, in the order in which they were written. */
final class SelectOutboxEntries {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectOutboxEntries(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, """
                SELECT written_at, tweet_id, kind, author_id FROM outbox
                WHERE shard = ? AND bucket = ? AND written_at < ? LIMIT ?""");
    }

    List<OutboxEntry> execute(int shard, int bucket, Instant writtenBefore, int limit) {
        return Concurrently.await(session.executeAsync(cql.bind(shard, bucket, writtenBefore, limit))
                .thenCompose(AllRows::of)).stream().map(SelectOutboxEntries::entry).toList();
    }

    private static OutboxEntry entry(Row row) {
        TweetId tweet = new TweetId(row.getLong("tweet_id"));
        UserId author = new UserId(row.getLong("author_id"));
        Instant writtenAt = Objects.requireNonNull(row.getInstant("written_at"));
        return new OutboxEntry(writtenAt, EventKind.event(row.getByte("kind"), tweet, author, writtenAt));
    }
}
