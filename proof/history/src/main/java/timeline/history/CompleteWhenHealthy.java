package timeline.history;

import java.util.List;
import java.util.Set;
import timeline.id.TweetId;
import timeline.history.History.AcknowledgedPost;

/**
 * G3, G6, G7: on a healthy day a read shows every tweet that was acknowledged a few seconds before it began, down to where it
 * reaches, of oneself and of everybody whom one has followed for these seconds: fresh tweets, old ones, those of authors followed
 * anew, and those that were posted while things were broken. Nothing is an excuse but a deletion.
 */
final class CompleteWhenHealthy implements Invariant {
    private final long healthyFromNanos;
    private final long boundNanos;

    CompleteWhenHealthy(Conditions conditions) {
        this.healthyFromNanos = conditions.healthyFromNanos();
        this.boundNanos = conditions.bound().toNanos();
    }

    @Override
    public String name() {
        return "G3 fresh and complete";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        FollowEdges edges = new FollowEdges(history);
        Deletions deletions = new Deletions(history);
        List<AcknowledgedPost> posts = history.acknowledgedPosts().toList();
        history.answeredReads().filter(read -> read.operation().invokedNanos() >= healthyFromNanos).forEach(read -> {
            Set<TweetId> shown = read.shown();
            long ended = read.operation().endedNanos();
            for (AcknowledgedPost post : posts) {
                SeenTweet tweet = post.tweet();
                // What happened before the healthy day counts from its beginning: the recovery is not what is timed here.
                long since = read.operation().invokedNanos() - boundNanos;
                long settled = Math.max(since, healthyFromNanos);
                boolean due = post.operation().endedNanos() <= settled && read.reachesDownTo(tweet)
                        && !deletions.mayBeGone(tweet.tweet(), ended)
                        && (tweet.author().equals(read.user())
                                || edges.heldThroughout(read.user(), tweet.author(), settled, ended));
                if (due) {
                    tally.check(read.operation(), shown.contains(tweet.tweet()),
                            "%s was not shown tweet %s of %s, %d ms after it",
                            read.user(), tweet.tweet(), tweet.author(),
                            (read.operation().invokedNanos() - post.operation().endedNanos()) / 1_000_000);
                }
            }
        });
        return tally.finding();
    }
}
