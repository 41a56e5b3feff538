package timeline.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;

/** Writes a history by hand, one call each second. */
final class Script {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long TOOK = Duration.ofMillis(10).toNanos();

    private final List<Operation> operations = new ArrayList<>();
    private long now = SECOND;

    static TweetId tweet(int number) {
        return new TweetId(Snowflake.compose(Snowflake.EPOCH_MILLIS + 1_000L * number, 0, 0));
    }

    static SeenTweet seen(UserId author, int number) {
        return new SeenTweet(tweet(number), author, "text " + number, tweet(number).createdAt());
    }

    Script post(UserId author, int number) {
        return call(author, new Action.Post("text " + number), new Outcome.Posted(tweet(number)));
    }

    Script delete(UserId author, int number) {
        return call(author, new Action.Delete(tweet(number)), new Outcome.Done());
    }

    Script follow(UserId follower, UserId author) {
        return call(follower, new Action.Follow(author), new Outcome.Done());
    }

    Script unfollow(UserId follower, UserId author) {
        return call(follower, new Action.Unfollow(author), new Outcome.Done());
    }

    Script scroll(UserId user, SeenTweet... tweets) {
        return call(user, new Action.Scroll(20), new Outcome.Seen(List.of(tweets), Set.of()));
    }

    Script head(UserId user, int limit, SeenTweet... tweets) {
        return call(user, new Action.ReadHead(limit), new Outcome.Seen(List.of(tweets), Set.of()));
    }

    Script degraded(UserId user, String what, SeenTweet... tweets) {
        return call(user, new Action.Scroll(20), new Outcome.Seen(List.of(tweets), Set.of(what)));
    }

    Script call(UserId user, Action action, Outcome outcome) {
        operations.add(new Operation(now, now + TOOK, user, action, outcome));
        now += SECOND;
        return this;
    }

    History history() {
        return new History(operations);
    }
}
