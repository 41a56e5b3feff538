package timeline.tweetstore.cassandra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import timeline.id.UserId;

/** In which partitions do these authors have tweets, newest first, not newer than a given one? */
final class SelectAuthorBuckets {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectAuthorBuckets(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ,
                "SELECT author_id, bucket FROM author_buckets WHERE author_id IN ? AND bucket <= ?");
    }

    /** Authors without any are absent. */
    CompletionStage<Map<UserId, List<Integer>>> execute(List<UserId> authors, int newest) {
        return session.executeAsync(cql.bind(authors.stream().map(UserId::value).toList(), newest))
                .thenCompose(AllRows::of).thenApply(rows -> {
                    Map<UserId, List<Integer>> buckets = HashMap.newHashMap(authors.size());
                    rows.forEach(row -> buckets
                            .computeIfAbsent(new UserId(row.getLong("author_id")), author -> new ArrayList<>())
                            .add(row.getInt("bucket")));
                    return buckets;
                });
    }
}
