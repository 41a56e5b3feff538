package timeline.tweetstore;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweetstore.SampleTweets.freshAuthor;
import static timeline.tweetstore.SampleTweets.tweet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.testkit.ManualClock;
import timeline.tweetstore.cassandra.CassandraOwedDeliveries;
import timeline.tweetstore.cassandra.CassandraTweetStore;

class CassandraOwedDeliveriesIT implements OwedDeliveriesContract {
    private final ManualClock clock = ManualClock.at(SampleTweets.NOON);
    private CassandraKeyspace keyspace;
    private TweetStore store;
    private OwedDeliveries owed;

    @BeforeEach
    void createKeyspace() {
        keyspace = CassandraKeyspace.fresh();
        store = new CassandraTweetStore(keyspace.session(), clock);
        owed = ofAnotherProcess();
    }

    @AfterEach
    void closeSession() {
        keyspace.close();
    }

    @Test
    void aProcessThatBeginsLaterFindsWhatAnEarlierOneLeft() {
        assertThat(owed.pending(now(), 10)).isEmpty();
        Tweet tweet = tweet(freshAuthor(), now());
        store.post(tweet);
        OwedDelivery left = new OwedDelivery(now(), tweet.id(), tweet.author());
        advance(Duration.ofMinutes(30));
        assertThat(owed.pending(now(), 10)).containsExactly(left);

        assertThat(ofAnotherProcess().pending(now(), 10)).containsExactly(left);
        ofAnotherProcess().settle(List.of(left));
        assertThat(owed.pending(now(), 10)).isEmpty();
    }

    private OwedDeliveries ofAnotherProcess() {
        return new CassandraOwedDeliveries(keyspace.session(), clock, new Random(1));
    }

    @Override
    public TweetStore store() {
        return store;
    }

    @Override
    public OwedDeliveries owedDeliveries() {
        return owed;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }
}
