package timeline.history;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.id.UserId;
import timeline.history.Action.Follow;
import timeline.history.History.AcknowledgedPost;
import timeline.history.History.AnsweredRead;
import timeline.history.Outcome.Done;

/**
 * How long what somebody did was still missing from the reads of those who should see it. It is as exact as they read often: what nobody looked for
 * between two reads is taken to have been there.
 */
public final class Freshness {
    private final History history;
    private final FollowEdges edges;
    private final Deletions deletions;
    private final Map<UserId, List<AnsweredRead>> reads;

    /**
     * Of one tweet and one reader.
     *
     * @param atNanos since when it had to be there: the tweet's acknowledgement, or the follow's
     * @param missing from then on until the last read began that lacked it, before the first that showed it; zero when none lacked it
     */
    public record Wait(UserId reader, long atNanos, Duration missing) {
        /** When it was last seen to be missing. */
        public long untilNanos() {
            return atNanos + missing.toNanos();
        }
    }

    public Freshness(History history) {
        this.history = history;
        this.edges = new FollowEdges(history);
        this.deletions = new Deletions(history);
        this.reads = history.answeredReads().collect(Collectors.groupingBy(AnsweredRead::user));
    }

    /** One of every acknowledged tweet and everybody who followed its author from before it until they saw it. */
    public List<Wait> afterTweets() {
        return history.acknowledgedPosts().filter(post -> isThere(post.tweet())).flatMap(
                post -> edges.everFollowersOf(post.tweet().author()).stream()
                        .flatMap(reader -> wait(reader, post.tweet(), post.operation().endedNanos(),
                                post.operation().invokedNanos()).stream()))
                .toList();
    }

    /** One of every follow of somebody who was not followed: how long the newest of their tweets was missing that they had posted before. */
    public List<Wait> afterFollows() {
        Map<UserId, List<AcknowledgedPost>> posts = history.acknowledgedPosts().filter(post -> isThere(post.tweet()))
                .collect(Collectors.groupingBy(post -> post.tweet().author()));
        return history.where(Follow.class::isInstance).filter(follow -> follow.outcome() instanceof Done)
                .flatMap(follow -> {
                    UserId author = ((Follow) follow.action()).author();
                    boolean known = edges.heldThroughout(follow.user(), author, follow.invokedNanos(),
                            follow.invokedNanos());
                    return known ? Stream.empty() : afterFollow(follow, posts.getOrDefault(author, List.of()));
                }).toList();
    }

    private Stream<Wait> afterFollow(Operation follow, List<AcknowledgedPost> posts) {
        return posts.stream().filter(post -> post.operation().precedes(follow)).map(AcknowledgedPost::tweet)
                .max(Comparator.comparing(SeenTweet::tweet)).stream()
                .flatMap(tweet -> wait(follow.user(), tweet, follow.endedNanos(), follow.endedNanos()).stream());
    }

    private boolean isThere(SeenTweet tweet) {
        return !deletions.mayBeGone(tweet.tweet(), Long.MAX_VALUE);
    }

    /** Empty when nobody looked while they followed. */
    private Optional<Wait> wait(UserId reader, SeenTweet tweet, long fromNanos, long followedFromNanos) {
        long missing = 0;
        boolean looked = false;
        for (AnsweredRead read : reads.getOrDefault(reader, List.of())) {
            if (read.operation().invokedNanos() <= fromNanos || !read.reachesDownTo(tweet)) {
                continue;
            }
            if (!edges.heldThroughout(reader, tweet.author(), followedFromNanos, read.operation().endedNanos())) {
                break;
            }
            looked = true;
            if (read.seen().tweets().stream().anyMatch(shown -> shown.tweet().equals(tweet.tweet()))) {
                break;
            }
            missing = read.operation().invokedNanos() - fromNanos;
        }
        return looked ? Optional.of(new Wait(reader, fromNanos, Duration.ofNanos(missing))) : Optional.empty();
    }
}
