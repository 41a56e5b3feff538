package timeline.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.History.AcknowledgedPost;
import timeline.history.History.AnsweredRead;

/**
 * G1, G6: an acknowledged tweet is in the last scroll of its author, and of everybody who followed from before the post until that
 * scroll. Only the last scroll of a user counts, which a run makes after everything has healed. A reader without such a scroll is
 * a violation: a tweet that nobody looked for is not proven to be there.
 */
final class NoLostTweet implements Invariant {
    @Override
    public String name() {
        return "G1 no lost tweet";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        FollowEdges edges = new FollowEdges(history);
        Deletions deletions = new Deletions(history);
        Map<UserId, AnsweredRead> lastScrolls = new HashMap<>();
        history.answeredReads().filter(AnsweredRead::isScroll)
                .forEach(scroll -> lastScrolls.put(scroll.user(), scroll));
        Map<UserId, Set<TweetId>> shown = new HashMap<>();
        lastScrolls.forEach((user, scroll) -> shown.put(user, scroll.shown()));
        history.acknowledgedPosts().filter(post -> !deletions.mayBeGone(post.tweet().tweet(), Long.MAX_VALUE))
                .forEach(post -> readers(edges, post).forEach(reader -> {
                    AnsweredRead scroll = lastScrolls.get(reader);
                    if (scroll == null || scroll.operation().invokedNanos() < post.operation().endedNanos()) {
                        tally.check(post.operation(), false, "tweet %s was never looked for by %s",
                                post.tweet().tweet(), reader);
                    } else {
                        tally.check(post.operation(),
                                shown.getOrDefault(reader, Set.of()).contains(post.tweet().tweet()),
                                "tweet %s of %s is missing from the last scroll of %s",
                                post.tweet().tweet(), post.tweet().author(), reader);
                    }
                }));
        return tally.finding();
    }

    private static Set<UserId> readers(FollowEdges edges, AcknowledgedPost post) {
        Set<UserId> readers = new TreeSet<>();
        readers.add(post.tweet().author());
        for (UserId follower : edges.everFollowersOf(post.tweet().author())) {
            if (edges.heldThroughout(follower, post.tweet().author(), post.operation().invokedNanos(),
                    Long.MAX_VALUE)) {
                readers.add(follower);
            }
        }
        return readers;
    }
}
