package timeline.history;

import java.util.function.Consumer;
import timeline.history.History.AnsweredRead;

/** G9, G7: only tweets of oneself and of accounts that one follows: nobody's whom one never followed, and nobody's any more. */
final class Isolation implements Invariant {
    @Override
    public String name() {
        return "G9 isolation";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        FollowEdges edges = new FollowEdges(history);
        Consumer<AnsweredRead> onlyFollowed = read -> read.seen().tweets()
                .forEach(tweet -> tally.check(read.operation(),
                        tweet.author().equals(read.user())
                                || edges.mayHaveHeldBefore(read.user(), tweet.author(), read.operation().endedNanos()),
                        "%s was shown tweet %s of %s, whom they never followed", read.user(), tweet.tweet(),
                        tweet.author()));
        Consumer<AnsweredRead> nobodyUnfollowed = read -> read.seen().tweets()
                .forEach(tweet -> tally.check(read.operation(),
                        !edges.goneThroughout(read.user(), tweet.author(), read.operation().invokedNanos(),
                                read.operation().endedNanos()),
                        "%s was shown tweet %s of %s after having unfollowed them", read.user(), tweet.tweet(),
                        tweet.author()));
        history.answeredReads().forEach(onlyFollowed);
        // Without the graph an answer can't be filtered, and says so.
        history.answeredReads().filter(read -> !read.seen().degraded().contains("follow-graph"))
                .forEach(nobodyUnfollowed);
        return tally.finding();
    }
}
