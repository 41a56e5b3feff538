package timeline.tweetstore.cassandra;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Authorship;

/** Whose tweet was this? */
final class SelectAuthorship {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectAuthorship(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ,
                "SELECT author_id, deleted FROM tweets_by_id WHERE tweet_id = ?");
    }

    Optional<Authorship> execute(TweetId tweet) {
        return Optional.ofNullable(session.execute(cql.bind(tweet.value())).one())
                .map(row -> new Authorship(new UserId(row.getLong("author_id")), row.getBoolean("deleted")));
    }
}
