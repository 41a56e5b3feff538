package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import java.time.Instant;
import java.util.List;
import timeline.tweetstore.InMemoryTweets.Part;
import timeline.tweetstore.Tweet;

/** Writes some rows of a post or of a delete by hand, as a batch leaves them that Cassandra has yet to finish. */
public final class PartOfABatch {
    private static final int BY_ID = 0;
    private static final int BY_AUTHOR = 1;
    private static final int INDEX = 2;

    private final CassandraSession session;
    private final InsertTweet insertTweet;
    private final EraseTweet eraseTweet;

    public PartOfABatch(CassandraSession session) {
        this.session = session;
        insertTweet = new InsertTweet(session);
        eraseTweet = new EraseTweet(session);
    }

    public void post(Tweet tweet, Part missing) {
        writeAllBut(row(missing), insertTweet.bind(tweet));
    }

    public void postWithoutIndex(Tweet tweet) {
        writeAllBut(INDEX, insertTweet.bind(tweet));
    }

    public void delete(Tweet tweet, Part missing, Instant now) {
        writeAllBut(row(missing), eraseTweet.bind(tweet.id(), tweet.author(), now));
    }

    private static int row(Part part) {
        return switch (part) {
            case BY_ID -> BY_ID;
            case BY_AUTHOR -> BY_AUTHOR;
            case OUTBOX, OWED -> throw new IllegalArgumentException("no part of what a reader can see");
        };
    }

    private void writeAllBut(int missing, List<BatchableStatement<?>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            if (row != missing) {
                session.execute(rows.get(row));
            }
        }
    }
}
