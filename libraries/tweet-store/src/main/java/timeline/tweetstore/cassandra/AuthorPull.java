package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets.Slice;

/** How far the pull of one author's newest tweets has come. */
final class AuthorPull {
    private final UserId author;
    private final int limit;
    private final Deque<Integer> bucketsLeft = new ArrayDeque<>();
    private final List<Tweet> tweets = new ArrayList<>();
    private boolean finished;

    AuthorPull(UserId author, int limit) {
        this.author = author;
        this.limit = limit;
    }

    UserId author() {
        return author;
    }

    List<Tweet> tweets() {
        return List.copyOf(tweets);
    }

    void plan(Collection<Integer> buckets) {
        bucketsLeft.addAll(buckets);
    }

    boolean isOpen() {
        return missing() > 0 && !bucketsLeft.isEmpty();
    }

    int nextBucket() {
        return bucketsLeft.getFirst();
    }

    /**
     * Takes the rows of the next bucket, of which at most {@code limit} were asked for.
     *
     * @return where to read on in the same bucket; present when deleted tweets took the place of others
     */
    Optional<TweetId> take(List<Row> rows) {
        bucketsLeft.removeFirst();
        rows.stream().filter(TweetRows::isLive).limit(limit - tweets.size()).map(TweetRows::tweet).forEach(tweets::add);
        return rows.size() == limit && tweets.size() < limit
                ? Optional.of(TweetRows.id(rows.getLast()))
                : Optional.empty();
    }

    /** Takes the rows of the next bucket, and leaves it at that. */
    Slice slice(List<Row> rows) {
        TweetId start = AuthorBucket.start(nextBucket());
        TweetId readOn = take(rows).orElse(start);
        return new Slice(tweets,
                missing() == 0 || readOn.equals(TweetId.EARLIEST) ? Optional.empty() : Optional.of(readOn));
    }

    /** How many tweets are asked for and may still be found. */
    int missing() {
        return finished ? 0 : limit - tweets.size();
    }

    /** Takes what is left of the author's tweets, or enough of it. */
    void finish(List<Tweet> rest) {
        tweets.addAll(rest);
        bucketsLeft.clear();
        finished = true;
    }
}
