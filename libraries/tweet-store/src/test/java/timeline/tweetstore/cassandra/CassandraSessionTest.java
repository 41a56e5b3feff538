package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.TweetsUnavailableException;

class CassandraSessionTest {
    @Test
    void opensAtOnceAndReportsAnOutageWhileCassandraIsNotThere() throws IOException {
        try (CassandraSession session = CassandraSession.open(nobodyListensThere())) {
            CassandraTweets tweets = new CassandraTweets(session, Instant::now);

            assertThat(session.isConnected()).isFalse();
            assertThatThrownBy(() -> tweets.ofAuthor(new UserId(1), TweetId.LATEST, 20, Deadline.current()))
                    .isInstanceOf(TweetsUnavailableException.class);
            assertThatThrownBy(() -> tweets.ofAuthors(List.of(new UserId(1)), TweetId.LATEST, 20, Deadline.current()))
                    .isInstanceOf(TweetsUnavailableException.class);
            assertThatThrownBy(() -> tweets.findAll(List.of(new TweetId(1)), Deadline.current()))
                    .isInstanceOf(TweetsUnavailableException.class);
        }
    }

    private static CassandraSettings nobodyListensThere() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new CassandraSettings(List.of("127.0.0.1:" + free.getLocalPort()), "datacenter1", "timeline", 1);
        }
    }
}
