package timeline.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.Action.Post;
import timeline.history.Action.ReadHead;
import timeline.history.Action.Scroll;
import timeline.history.Outcome.Posted;
import timeline.history.Outcome.Seen;

/** Everything that the clients of a run did and were told, in the order in which they began. */
public record History(List<Operation> operations) {
    public History {
        operations = operations.stream().sorted((a, b) -> Long.compare(a.invokedNanos(), b.invokedNanos())).toList();
    }

    /** A post that was acknowledged. */
    public record AcknowledgedPost(Operation operation, SeenTweet tweet) {}

    /** A read that was answered. */
    public record AnsweredRead(Operation operation, Seen seen) {
        public UserId user() {
            return operation.user();
        }

        public boolean isScroll() {
            return operation.action() instanceof Scroll;
        }

        /** Whether the reader was told that something may be missing. */
        public boolean isDegraded() {
            return !seen.degraded().isEmpty();
        }

        /** The tweets that the reader was shown. */
        public Set<TweetId> shown() {
            Set<TweetId> shown = HashSet.newHashSet(seen.tweets().size());
            seen.tweets().forEach(tweet -> shown.add(tweet.tweet()));
            return shown;
        }

        /**
         * Whether the read looked as far down as this tweet: a scroll always did, a page did unless it was full of newer ones, or
         * ended above it and said that there is more.
         */
        public boolean reachesDownTo(SeenTweet tweet) {
            boolean full = operation.action() instanceof ReadHead head && seen.tweets().size() >= head.limit();
            if (full || seen.more()) {
                return !seen.tweets().isEmpty() && seen.tweets().getLast().tweet().compareTo(tweet.tweet()) <= 0;
            }
            return true;
        }
    }

    public Stream<AcknowledgedPost> acknowledgedPosts() {
        return operations.stream().flatMap(operation -> {
            if (operation.action() instanceof Post post && operation.outcome() instanceof Posted posted) {
                return Stream.of(new AcknowledgedPost(operation, new SeenTweet(posted.tweet(), operation.user(),
                        post.text(), posted.tweet().createdAt())));
            }
            return Stream.empty();
        });
    }

    public Stream<AnsweredRead> answeredReads() {
        return operations.stream().flatMap(operation -> operation.outcome() instanceof Seen seen
                ? Stream.of(new AnsweredRead(operation, seen))
                : Stream.empty());
    }

    public Stream<Operation> where(Predicate<Action> condition) {
        return operations.stream().filter(operation -> condition.test(operation.action()));
    }
}
