package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import timeline.id.TweetId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets.Slice;

/** How far the walk through one author's tweets has come. */
final class AuthorWalk {
    /** About a third of a megabyte. */
    private static final int MOST_ROWS_A_STATEMENT = 1_000;

    private final int limit;
    private final List<Tweet> tweets = new ArrayList<>();
    private int statementsLeft;
    private int nextRows;
    private TweetId position;

    AuthorWalk(TweetId before, int limit, int mostStatements) {
        this.position = before;
        this.limit = limit;
        this.statementsLeft = mostStatements;
        this.nextRows = Math.min(limit, MOST_ROWS_A_STATEMENT);
    }

    /** Everything from this tweet on was looked at. */
    TweetId position() {
        return position;
    }

    int nextRows() {
        return nextRows;
    }

    /** Whether another statement is needed, and allowed. */
    boolean goesOn() {
        return tweets.size() < limit && statementsLeft > 0;
    }

    /**
     * Takes the rows that were asked for, newest first.
     *
     * @return whether there may be more where they came from
     */
    boolean take(List<Row> rows) {
        boolean more = rows.size() >= nextRows;
        statementsLeft--;
        nextRows = Math.min(nextRows * 4, MOST_ROWS_A_STATEMENT);
        rows.stream().filter(TweetRows::isLive).limit(limit - tweets.size()).map(TweetRows::tweet)
                .forEach(tweets::add);
        if (!rows.isEmpty()) {
            position = TweetRows.id(rows.getLast());
        }
        return more;
    }

    /** There is nothing more in that bucket. */
    void passed(int bucket) {
        position = AuthorBucket.start(bucket);
    }

    /** Once it was all read, or does not go on. */
    Slice slice() {
        boolean stopped = tweets.size() < limit && statementsLeft == 0;
        return new Slice(tweets,
                stopped && !position.equals(TweetId.EARLIEST) ? Optional.of(position) : Optional.empty());
    }
}
