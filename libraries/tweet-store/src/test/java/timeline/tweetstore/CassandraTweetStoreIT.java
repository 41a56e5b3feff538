package timeline.tweetstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import timeline.testkit.ManualClock;
import timeline.tweetstore.InMemoryTweets.Part;
import timeline.tweetstore.cassandra.CassandraOwedDeliveries;
import timeline.tweetstore.cassandra.CassandraTweetOutbox;
import timeline.tweetstore.cassandra.CassandraTweetStore;
import timeline.tweetstore.cassandra.CassandraTweets;
import timeline.tweetstore.cassandra.PartOfABatch;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraTweetStoreIT implements TweetStoreContract {
    private final CassandraKeyspace keyspace = CassandraKeyspace.fresh();
    private final ManualClock clock = ManualClock.at(SampleTweets.NOON);
    private final Tweets tweets = new CassandraTweets(keyspace.session(), clock);
    private final TweetStore store = new CassandraTweetStore(keyspace.session(), clock);
    private final TweetOutbox outbox = new CassandraTweetOutbox(keyspace.session(), clock, new Random(1));

    private final OwedDeliveries owedDeliveries = new CassandraOwedDeliveries(keyspace.session(), clock, new Random(1));
    private final PartOfABatch parts = new PartOfABatch(keyspace.session());

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
    public OwedDeliveries owedDeliveries() {
        return owedDeliveries;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void postAllBut(Part missing, Tweet tweet) {
        parts.post(tweet, missing);
    }

    @Override
    public void deleteAllBut(Part missing, Tweet tweet) {
        parts.delete(tweet, missing, clock.instant());
    }

    /** The third row of a post, which memory has no need of. */
    @Test
    void aPostWithoutTheEntryInItsAuthorsIndexIsThereInPart() {
        Tweet tweet = SampleTweets.tweet(SampleTweets.freshAuthor(), now());
        parts.postWithoutIndex(tweet);

        assertThat(store.presence(tweet.id(), tweet.author())).isEqualTo(Presence.PARTIAL);
        store.post(tweet);
        assertThat(store.presence(tweet.id(), tweet.author())).isEqualTo(Presence.COMPLETE);
    }
}
