package timeline.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import timeline.id.TweetId;
import timeline.history.History.AcknowledgedPost;

/**
 * G15: on any day, a read shows every tweet that was acknowledged some seconds before it began, down to where it reaches, of oneself and of
 * everybody whom one has followed for as long; or the answer names a part that may be missing. That the cache is away is none:
 * the database does its work.
 */
final class NothingSilentlyMissed implements Invariant {
    private static final Set<String> MISSING = Set.of("fan-out", "follow-graph", "store", "celebrities", "own-tweets");

    private final long boundNanos;

    NothingSilentlyMissed(Duration bound) {
        this.boundNanos = bound.toNanos();
    }

    @Override
    public String name() {
        return "G15 nothing silently missed";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        FollowEdges edges = new FollowEdges(history);
        Deletions deletions = new Deletions(history);
        List<AcknowledgedPost> posts = history.acknowledgedPosts().toList();
        history.answeredReads().filter(read -> read.seen().degraded().stream().noneMatch(MISSING::contains))
                .forEach(read -> {
                    Set<TweetId> shown = read.shown();
                    long began = read.operation().invokedNanos();
                    long ended = read.operation().endedNanos();
                    for (AcknowledgedPost post : posts) {
                        SeenTweet tweet = post.tweet();
                        boolean due = post.operation().endedNanos() < began - boundNanos && read.reachesDownTo(tweet)
                                && !deletions.mayBeGone(tweet.tweet(), ended)
                                && (tweet.author().equals(read.user()) || edges.heldThroughout(read.user(),
                                        tweet.author(), began - boundNanos, ended));
                        if (due) {
                            tally.check(read.operation(), shown.contains(tweet.tweet()),
                                    "%s was not shown tweet %s of %s, %d ms after it, and not told so", read.user(),
                                    tweet.tweet(), tweet.author(), (began - post.operation().endedNanos()) / 1_000_000);
                        }
                    }
                });
        return tally.finding();
    }
}
