package timeline.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.History.AcknowledgedPost;

/**
 * G2: whoever posted and then reads, from whatever device, sees the tweet. The only excuse is an answer that says that own tweets are
 * missing.
 */
final class ReadYourWrites implements Invariant {
    @Override
    public String name() {
        return "G2 read your writes";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        Deletions deletions = new Deletions(history);
        Map<UserId, List<AcknowledgedPost>> posts = history.acknowledgedPosts()
                .collect(Collectors.groupingBy(post -> post.tweet().author()));
        history.answeredReads().filter(read -> !read.seen().degraded().contains("own-tweets")).forEach(read -> {
            UserId reader = read.user();
            Set<TweetId> shown = read.shown();
            for (AcknowledgedPost post : posts.getOrDefault(reader, List.of())) {
                if (post.operation().precedes(read.operation())
                        && read.reachesDownTo(post.tweet())
                        && !deletions.mayBeGone(post.tweet().tweet(), read.operation().endedNanos())) {
                    tally.check(read.operation(), shown.contains(post.tweet().tweet()),
                            "%s posted tweet %s and then did not see it; named as missing: %s",
                            reader, post.tweet().tweet(), read.seen().degraded());
                }
            }
        });
        return tally.finding();
    }
}
