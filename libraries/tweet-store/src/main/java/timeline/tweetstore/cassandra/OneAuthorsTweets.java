package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/**
 * Walks one author's partitions from a tweet backwards, past the deleted, until a page is full or nothing is left. The newest possible one is
 * read without asking the index: who tweets is found there, in one round trip.
 */
final class OneAuthorsTweets {
    private final SelectAuthorBuckets selectAuthorBuckets;
    private final SelectTweetsByAuthor selectTweetsByAuthor;

    OneAuthorsTweets(CassandraSession session) {
        selectAuthorBuckets = new SelectAuthorBuckets(session);
        selectTweetsByAuthor = new SelectTweetsByAuthor(session);
    }

    /** @param newest the newest bucket that a tweet before {@code before} can be in */
    List<Tweet> before(UserId author, TweetId before, int newest, int limit) {
        List<Tweet> page = new ArrayList<>(limit);
        addLive(page, author, newest, before, limit);
        for (int bucket : page.size() < limit ? olderBuckets(author, newest) : List.<Integer>of()) {
            if (page.size() == limit) {
                break;
            }
            addLive(page, author, bucket, before, limit);
        }
        return page;
    }

    private List<Integer> olderBuckets(UserId author, int than) {
        return Concurrently.await(selectAuthorBuckets.execute(List.of(author), than - 1)).getOrDefault(author,
                List.of());
    }

    private void addLive(List<Tweet> page, UserId author, int bucket, TweetId before, int limit) {
        try {
            for (Row row : selectTweetsByAuthor.execute(author, bucket, before, limit)) {
                if (TweetRows.isLive(row)) {
                    page.add(TweetRows.tweet(row));
                    if (page.size() == limit) {
                        return;
                    }
                }
            }
        } catch (DriverException laterPage) {
            throw Outage.orDefect(laterPage);
        }
    }
}
