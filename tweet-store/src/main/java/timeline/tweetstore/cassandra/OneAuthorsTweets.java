package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/** Walks one author's partitions from a tweet backwards, past the deleted, until a page is full or nothing is left. */
final class OneAuthorsTweets {
    private final SelectAuthorBuckets selectAuthorBuckets;
    private final SelectTweetsByAuthor selectTweetsByAuthor;

    OneAuthorsTweets(CassandraSession session) {
        selectAuthorBuckets = new SelectAuthorBuckets(session);
        selectTweetsByAuthor = new SelectTweetsByAuthor(session);
    }

    List<Tweet> before(UserId author, TweetId before, int limit) {
        Map<UserId, List<Integer>> buckets = Concurrently
                .await(selectAuthorBuckets.execute(List.of(author), AuthorBucket.of(before)));
        List<Tweet> page = new ArrayList<>(limit);
        for (int bucket : buckets.getOrDefault(author, List.of())) {
            if (page.size() == limit) {
                break;
            }
            addLive(page, author, bucket, before, limit);
        }
        return page;
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
