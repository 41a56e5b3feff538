package timeline.home;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import timeline.deadline.Deadline;
import timeline.home.owed.OwedLooks;
import timeline.id.TweetId;

/**
 * Looks at what is new in the book of debts, and looks its bodies up at once: all of one look in one statement, so that no reader has to, and so
 * that a tweet which nobody has read yet can be shown when the store is down (G11, ADR 0028).
 *
 * <p>For one thread.
 */
public final class NewTweets {
    /** As many as one statement asks for. */
    static final int MOST = 100;
    /** Less than until the next look. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final OwedLooks looks;
    private final TweetHydrator hydrator;
    private final LongSupplier nanoTime;

    public NewTweets(OwedLooks looks, TweetHydrator hydrator, LongSupplier nanoTime) {
        this.looks = looks;
        this.hydrator = hydrator;
        this.nanoTime = nanoTime;
    }

    /**
     * Looks once. A body that can't be looked up is left to its readers.
     *
     * @throws timeline.tweetstore.TweetsUnavailableException when the book can't be read
     */
    public void look() {
        List<TweetId> newest = looks.lookAtWhatIsNew().stream().sorted(Comparator.reverseOrder()).limit(MOST).toList();
        hydrator.lookUp(newest, Deadline.in(PATIENCE, nanoTime));
    }
}
