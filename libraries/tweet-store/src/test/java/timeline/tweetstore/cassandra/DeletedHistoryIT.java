package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.CassandraStore;
import timeline.testkit.TestStores;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets.Slice;
import timeline.tweetstore.TweetsUnavailableException;

/** What it costs to read an author who has deleted a lot: one tweet, and 60 younger ones that are gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletedHistoryIT {
    private static final UserId ADA = new UserId(7);
    private static final long NOW = System.currentTimeMillis();
    private static final int BUCKET = AuthorBucket.of(id(100));

    private final AtomicInteger statements = new AtomicInteger();
    /** As many statements are sent in time. */
    private int inTime = Integer.MAX_VALUE;
    private CassandraSession session;
    private OneAuthorsTweets tweets;

    @BeforeAll
    void deleteSixtyTweets() {
        CassandraStore cassandra = TestStores.cassandra();
        session = CassandraSession.open(new CassandraSettings(List.of(cassandra.contactPoint()),
                cassandra.datacenter(), cassandra.freshKeyspace(), 1),
                () -> Optional.of(statements.incrementAndGet() > inTime ? Duration.ZERO : Duration.ofMinutes(1)));
        Await.that("Cassandra is connected", session::isConnected);
        new Schema(session).applyTweets();
        CassandraTweetStore store = new CassandraTweetStore(session, Clock.systemUTC());
        store.post(new Tweet(id(0), ADA, "ada", "the first", List.of()));
        for (int number = 1; number <= 60; number++) {
            store.delete(id(number), ADA);
        }
        tweets = new OneAuthorsTweets(session);
        tweets.before(ADA, TweetId.LATEST, BUCKET, 1); // Prepares the statements.
    }

    @AfterAll
    void close() {
        session.close();
    }

    @Test
    void deletedTweetsCostFewRoundTrips() {
        statements.set(0);

        assertThat(tweets.before(ADA, TweetId.LATEST, BUCKET, 1)).extracting(Tweet::id).containsExactly(id(0));
        assertThat(statements).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void whoHasNoTimeLeftDoesNotReadOn() {
        statements.set(0);
        inTime = 2;

        assertThatExceptionOfType(TweetsUnavailableException.class)
                .isThrownBy(() -> tweets.before(ADA, TweetId.LATEST, BUCKET, 1));
        inTime = Integer.MAX_VALUE;
    }

    @Test
    void aSliceEndsAfterItsStatementsAndTheNextOneGoesOn() {
        Slice first = tweets.slice(ADA, TweetId.LATEST, BUCKET, 1, 2);

        assertThat(first).isEqualTo(new Slice(List.of(), Optional.of(id(56))));
        Slice second = tweets.slice(ADA, id(56), BUCKET, 10, 2);
        assertThat(second.tweets()).isEmpty();
        Slice third = tweets.slice(ADA, second.readOn().orElseThrow(), BUCKET, 10, 2);
        assertThat(third.tweets()).extracting(Tweet::id).containsExactly(id(0));
        assertThat(third.readOn()).as("nothing is left").isEmpty();
    }

    private static TweetId id(int number) {
        return new TweetId(Snowflake.compose(NOW, 1, number));
    }
}
