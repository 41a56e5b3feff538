package timeline.tweetstore;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import timeline.testkit.ManualClock;
import timeline.tweetstore.cassandra.CassandraTweetOutbox;
import timeline.tweetstore.cassandra.CassandraTweetStore;
import timeline.tweetstore.cassandra.CassandraTweets;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraTweetStoreIT implements TweetStoreContract {
    private final CassandraKeyspace keyspace = CassandraKeyspace.fresh();
    private final ManualClock clock = ManualClock.at(SampleTweets.NOON);
    private final Tweets tweets = new CassandraTweets(keyspace.session(), clock);
    private final TweetStore store = new CassandraTweetStore(keyspace.session(), clock);
    private final TweetOutbox outbox = new CassandraTweetOutbox(keyspace.session(), clock, new Random(1));

    @AfterAll
    void closeSession() {
        keyspace.close();
    }

    @Override
    public Tweets tweets() {
        return tweets;
    }

    @Override
    public TweetStore store() {
        return store;
    }

    @Override
    public TweetOutbox outbox() {
        return outbox;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
