package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.CassandraStore;
import timeline.testkit.TestStores;
import timeline.tweetstore.TweetsUnavailableException;

/** Statements end with whoever waits for them (G12). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraSessionIT {
    private static final UserId ADA = new UserId(1);

    private final CassandraStore cassandra = TestStores.cassandra();
    private volatile Duration timeLeft = Duration.ofSeconds(10);
    private CassandraSession session;
    private CassandraTweets tweets;

    @BeforeAll
    void connect() {
        session = CassandraSession.open(new CassandraSettings(List.of(cassandra.contactPoint()),
                cassandra.datacenter(), cassandra.freshKeyspace(), 1));
        Await.that("Cassandra is connected", session::isConnected);
        new Schema(session).applyTweets();
        tweets = new CassandraTweets(session, InstantSource.system());
        Await.passes("its statement is prepared", this::read);
    }

    @AfterAll
    void close() {
        session.close();
    }

    @Test
    void asksNothingWhenNoTimeIsLeft() {
        timeLeft = Duration.ZERO;

        assertThatThrownBy(this::read).isInstanceOf(TweetsUnavailableException.class)
                .hasMessage("no time is left to ask Cassandra");
    }

    @Test
    void waitsNoLongerThanItsCallerCan() {
        timeLeft = Duration.ofMillis(20);
        assertThat(took(this::failingRead)).isLessThan(Duration.ofMillis(350));
    }

    @Test
    void waitsNoLongerThanUsualForACallerWhoHasTime() {
        timeLeft = Duration.ofSeconds(30);
        assertThat(took(this::failingRead)).isBetween(Duration.ofMillis(380), Duration.ofSeconds(5));
    }

    private void failingRead() {
        cassandra.node().pause();
        try {
            assertThatThrownBy(this::read).isInstanceOf(TweetsUnavailableException.class);
        } finally {
            cassandra.node().unpause();
        }
    }

    private void read() {
        assertThat(tweets.ofAuthor(ADA, TweetId.LATEST, 20, Deadline.in(timeLeft))).isEmpty();
    }

    private static Duration took(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
