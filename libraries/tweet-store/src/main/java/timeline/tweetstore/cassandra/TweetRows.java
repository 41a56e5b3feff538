package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/** Rows of both tables as tweets. */
final class TweetRows {
    private TweetRows() {
    }

    static boolean isLive(Row row) {
        return !row.getBoolean("deleted");
    }

    static Tweet tweet(Row row) {
        List<String> mediaIds = row.getList("media_ids", String.class);
        return new Tweet(new TweetId(row.getLong("tweet_id")), new UserId(row.getLong("author_id")),
                text(row, "username"), text(row, "text"), mediaIds == null ? List.of() : mediaIds);
    }

    private static String text(Row row, String column) {
        String text = row.getString(column);
        if (text == null) {
            throw new IllegalStateException("tweet " + row.getLong("tweet_id") + " has no " + column);
        }
        return text;
    }
}
