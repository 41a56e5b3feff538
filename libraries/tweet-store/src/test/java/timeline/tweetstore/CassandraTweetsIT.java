package timeline.tweetstore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import timeline.testkit.ManualClock;
import timeline.tweetstore.cassandra.CassandraTweetStore;
import timeline.tweetstore.cassandra.CassandraTweets;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraTweetsIT implements TweetsContract {
    private final CassandraKeyspace keyspace = CassandraKeyspace.fresh();
    private final ManualClock clock = ManualClock.at(SampleTweets.NOON);
    private final Tweets tweets = new CassandraTweets(keyspace.session(), clock);
    private final TweetStore store = new CassandraTweetStore(keyspace.session(), clock);

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
}
