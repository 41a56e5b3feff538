package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import timeline.tweetstore.TweetOutbox.Backlog;

/** How much do these partitions of the outbox hold, and since when? */
final class CountOutboxEntries {
    private final CassandraSession session;
    private final PreparedCql cql;

    CountOutboxEntries(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, """
                SELECT count(*) AS owed, min(written_at) AS oldest FROM outbox
                WHERE shard = ? AND bucket IN ? GROUP BY shard, bucket""");
    }

    CompletionStage<List<Backlog>> execute(int shard, List<Integer> buckets) {
        return session.executeAsync(cql.bind(shard, buckets)).thenCompose(AllRows::of)
                .thenApply(rows -> rows.stream().map(CountOutboxEntries::backlog).toList());
    }

    private static Backlog backlog(Row row) {
        Instant oldest = Objects.requireNonNull(row.getInstant("oldest"));
        return new Backlog(row.getLong("owed"), Optional.of(oldest));
    }
}
