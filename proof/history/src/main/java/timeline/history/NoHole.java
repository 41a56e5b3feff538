package timeline.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * G6, "no un-seeing": a tweet that one has seen is in every later read that reaches down to it, unless it was deleted, its author was
 * unfollowed, or the answer says that something is missing. What an answer showed that was flagged itself does not count as seen:
 * it went around a part that was away, and may be ahead of what that part has yet to learn (ADR 0011).
 */
final class NoHole implements Invariant {
    @Override
    public String name() {
        return "G6 no hole";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        Deletions deletions = new Deletions(history);
        FollowEdges edges = new FollowEdges(history);
        Map<UserId, Map<SeenTweet, Long>> seen = new HashMap<>();
        history.answeredReads().forEach(read -> {
            Map<SeenTweet, Long> before = seen.computeIfAbsent(read.user(), user -> new HashMap<>());
            if (!read.isDegraded()) {
                Set<TweetId> shown = read.shown();
                before.forEach((tweet, seenAt) -> {
                    boolean mustShow = seenAt < read.operation().invokedNanos() && read.reachesDownTo(tweet)
                            && !deletions.mayBeGone(tweet.tweet(), read.operation().endedNanos())
                            && (tweet.author().equals(read.user()) || edges.heldThroughout(read.user(), tweet.author(),
                                    seenAt, read.operation().endedNanos()));
                    if (mustShow) {
                        tally.check(read.operation(), shown.contains(tweet.tweet()),
                                "%s had seen tweet %s of %s and then did not see it",
                                read.user(), tweet.tweet(), tweet.author());
                    }
                });
                read.seen().tweets().forEach(tweet -> before.merge(tweet, read.operation().endedNanos(), Math::min));
            }
        });
        return tally.finding();
    }
}
