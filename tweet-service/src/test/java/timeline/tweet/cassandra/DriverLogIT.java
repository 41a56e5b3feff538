package timeline.tweet.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.testkit.Await;
import timeline.tweetstore.cassandra.CassandraTweets;
import timeline.tweetstore.cassandra.PreparedCql;

/** What people write is in the store and nowhere else. The driver would quote it beside every warning of the server. */
class DriverLogIT {
    private static final String SECRET = "nobody but my followers may read this";

    private final Logger driver = (Logger) LoggerFactory.getLogger("com.datastax.oss.driver");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        driver.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        driver.detachAppender(logged);
    }

    @Test
    void aWarningOfTheServerIsLoggedWithoutTheText() {
        try (CassandraKeyspace keyspace = CassandraKeyspace.fresh()) {
            provokeAWarning(keyspace);

            assertThat(lines()).noneSatisfy(line -> assertThat(line).contains(SECRET));
        }
    }

    @Test
    void statementsAreNotWarnedOfForWantOfAKeyspace() {
        try (CassandraKeyspace keyspace = CassandraKeyspace.fresh()) {
            new CassandraTweets(keyspace.session(), Clock.systemUTC()).findAll(List.of(new TweetId(1)),
                    Deadline.current());

            // Comes after any line about what was prepared before it.
            provokeAWarning(keyspace);
            assertThat(lines()).noneSatisfy(line -> assertThat(line).contains("USE <keyspace>"));
        }
    }

    /** Sends a batch that is too large, and waits for the line about it. */
    private void provokeAWarning(CassandraKeyspace keyspace) {
        PreparedCql insert = new PreparedCql(keyspace.session(), PreparedCql.Kind.WRITE, """
                INSERT INTO tweets_by_id (tweet_id, author_id, username, text, media_ids)
                VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?""");
        BatchStatementBuilder batch = BatchStatement.builder(DefaultBatchType.UNLOGGED);
        for (long id = 0; id < 200; id++) {
            batch.addStatement(insert.bind(id, 1L, "ada", SECRET, List.of(), 1L));
        }

        var result = keyspace.session().execute(batch.build());

        assertThat(result.getExecutionInfo().getWarnings()).as("of a batch that is too large").isNotEmpty();
        // The answer is there before the line is.
        Await.passes("the warning is logged", () -> assertThat(lines())
                .anySatisfy(line -> assertThat(line).contains("tweets_by_id").contains("warning")));
    }

    private List<String> lines() {
        return List.copyOf(logged.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
