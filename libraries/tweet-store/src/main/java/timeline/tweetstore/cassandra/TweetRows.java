package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/** Rows of both tables as tweets; their columns by position, since a look-up by name costs more than the value. */
final class TweetRows {
    /** What to select, in this order. */
    static final String COLUMNS = "tweet_id, author_id, username, text, media_ids, deleted";

    private static final int ID = 0;
    private static final int AUTHOR = 1;
    private static final int USERNAME = 2;
    private static final int TEXT = 3;
    private static final int MEDIA_IDS = 4;
    private static final int DELETED = 5;

    private TweetRows() {
    }

    static TweetId id(Row row) {
        return new TweetId(row.getLong(ID));
    }

    static UserId author(Row row) {
        return new UserId(row.getLong(AUTHOR));
    }

    static boolean isLive(Row row) {
        return !row.getBoolean(DELETED);
    }

    static Tweet tweet(Row row) {
        List<String> mediaIds = row.isNull(MEDIA_IDS) ? null : row.getList(MEDIA_IDS, String.class);
        return new Tweet(id(row), author(row), text(row, USERNAME), text(row, TEXT),
                mediaIds == null ? List.of() : mediaIds);
    }

    private static String text(Row row, int column) {
        String text = row.getString(column);
        if (text == null) {
            throw new IllegalStateException("tweet " + id(row) + " lacks column " + column + " of " + COLUMNS);
        }
        return text;
    }
}
