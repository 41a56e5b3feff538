package timeline.tweetstore;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweetstore.SampleTweets.freshAuthor;
import static timeline.tweetstore.SampleTweets.tweet;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.testkit.ManualClock;
import timeline.tweetstore.cassandra.CassandraTweetOutbox;
import timeline.tweetstore.cassandra.CassandraTweetStore;

class CassandraTweetOutboxIT implements TweetOutboxContract {
    private final ManualClock clock = ManualClock.at(SampleTweets.NOON);
    private CassandraKeyspace keyspace;
    private TweetStore store;
    private TweetOutbox outbox;

    @BeforeEach
    void createKeyspace() {
        keyspace = CassandraKeyspace.fresh();
        store = new CassandraTweetStore(keyspace.session(), clock);
        outbox = anotherRelaysOutbox();
    }

    @AfterEach
    void closeSession() {
        keyspace.close();
    }

    @Test
    void aRelayThatBeginsLaterFindsWhatAnEarlierOneLeft() {
        assertThat(outbox.pending(now(), 10)).isEmpty();
        OutboxEntry first = store.post(tweet(freshAuthor(), now()));
        advance(Duration.ofMinutes(30));
        OutboxEntry second = store.post(tweet(freshAuthor(), now()));
        advance(Duration.ofMinutes(30));
        assertThat(outbox.pending(now(), 10)).contains(first, second);
        outbox.settle(first);
        assertThat(outbox.pending(now(), 10)).containsExactly(second);

        assertThat(anotherRelaysOutbox().pending(now(), 10)).containsExactly(second);
    }

    @Test
    void aRelayThatBeginsFirstAfterTheTweetsFindsThem() {
        OutboxEntry entry = store.post(tweet(freshAuthor(), now()));
        advance(Duration.ofDays(2));

        assertThat(anotherRelaysOutbox().pending(now(), 10)).containsExactly(entry);
    }

    @Test
    void twoRelaysMayFindTheSameEntryAndBothRemoveIt() {
        OutboxEntry entry = store.post(tweet(freshAuthor(), now()));
        advance(Duration.ofSeconds(3));
        TweetOutbox other = anotherRelaysOutbox();

        assertThat(outbox.pending(now(), 10)).containsExactly(entry);
        assertThat(other.pending(now(), 10)).containsExactly(entry);
        outbox.settle(entry);
        other.settle(entry);
        assertThat(outbox.pending(now(), 10)).isEmpty();
        assertThat(other.pending(now(), 10)).isEmpty();
    }

    private TweetOutbox anotherRelaysOutbox() {
        return new CassandraTweetOutbox(keyspace.session(), clock, new Random(1));
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

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }
}
