package timeline.tweetstore.cassandra;

import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets.Slice;

/**
 * Walks one author's partitions from a tweet backwards, past the deleted, until a page is full or nothing is left. The newest possible one is
 * read without asking the index: who tweets is found there, in one round trip. Each further one asks for four times as many rows, so that
 * deleted tweets cost few of them; each is a statement of its own, which is not sent when its caller has no time left (G12).
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
        return slice(author, before, newest, limit, Integer.MAX_VALUE).tweets();
    }

    /** What is in that bucket, as far as one statement tells. */
    Slice newest(UserId author, TweetId before, int newest, int limit) {
        AuthorWalk walk = new AuthorWalk(before, limit, 1);
        read(walk, author, newest);
        return walk.slice();
    }

    /** @param mostStatements after how many the walk ends, full or not */
    Slice slice(UserId author, TweetId before, int newest, int limit, int mostStatements) {
        AuthorWalk walk = new AuthorWalk(before, limit, mostStatements);
        read(walk, author, newest);
        if (walk.goesOn()) {
            for (int bucket : olderBuckets(author, newest)) {
                read(walk, author, bucket);
            }
        }
        return walk.slice();
    }

    private List<Integer> olderBuckets(UserId author, int than) {
        return Concurrently.await(selectAuthorBuckets.execute(List.of(author), than - 1)).getOrDefault(author,
                List.of());
    }

    private void read(AuthorWalk walk, UserId author, int bucket) {
        boolean more = true;
        while (more && walk.goesOn()) {
            more = walk.take(selectTweetsByAuthor.execute(author, bucket, walk.position(), walk.nextRows()));
        }
        if (!more) {
            walk.passed(bucket);
        }
    }
}
