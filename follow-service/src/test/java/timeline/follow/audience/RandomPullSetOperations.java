package timeline.follow.audience;

import java.util.Optional;
import java.util.SplittableRandom;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * A walk through the states of the pull set: any operation, on few authors, with epochs that are right, stale or wrong. The same seed
 * walks the same way on any pull set that keeps the contract.
 */
final class RandomPullSetOperations {
    private static final int AUTHORS = 3;

    private final SplittableRandom random;

    RandomPullSetOperations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Does one step; returns what was asked and answered, with epochs as changes since {@code origin}. */
    String step(PullSet set, long origin) {
        UserId author = new UserId(1 + random.nextInt(AUTHORS));
        TweetId tweet = new TweetId(1 + random.nextInt(1_000));
        long epoch = random.nextInt(4);
        return switch (random.nextInt(4)) {
            case 0 ->
                "enter " + author + " from " + tweet + ": " + shown(Optional.of(set.enter(author, tweet)), origin);
            case 1 -> "leave " + author + ": " + shown(set.leave(author), origin);
            case 2 -> "remove " + author + ": " + set.remove(author, right(set, author) - epoch) + ", now "
                    + shown(set.find(author), origin);
            default -> "epoch " + (set.epoch() - origin) + ", " + author + ": " + shown(set.find(author), origin);
        };
    }

    private static long right(PullSet set, UserId author) {
        return set.find(author).map(PulledAuthor::epoch).orElse(0L);
    }

    private static String shown(Optional<PulledAuthor> author, long origin) {
        return author.map(known -> known.from() + (known.isLeaving() ? " leaving " : " ") + (known.epoch() - origin))
                .orElse("absent");
    }
}
