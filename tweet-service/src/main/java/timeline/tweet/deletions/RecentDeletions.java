package timeline.tweet.deletions;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import timeline.id.TweetId;

/**
 * The deletions that this process knows of, the newest {@link #HELD} of them, numbered in the order in which they were noted. In memory
 * only: whoever has forgotten them has another epoch, and says so with every answer.
 *
 * <p>Thread safe. What was noted is in every answer that begins after {@link #note} returned; the readers' proof rests on that (G8).
 */
public final class RecentDeletions {
    /** A constant of the protocol: a reader who asks every 300 ms misses none below 30,000 a second. */
    public static final int HELD = 10_000;

    /**
     * An answer.
     *
     * @param epoch of this process, from its start to its end
     * @param newest the number of the newest deletion, 0 when there was none
     * @param continues whether these are all that the asker did not know; otherwise they are all that is held, and more may have been
     * @param deleted oldest first: these are gone for good
     * @param inDoubt these may be gone by now, or at any time, or never; a tweet may be in both
     */
    public record Told(long epoch, long newest, boolean continues, List<TweetId> deleted, List<TweetId> inDoubt) {}

    private final long epoch;
    /** The id of what is gone, and its negative of what is in doubt. */
    private final long[] held = new long[HELD];
    private long newest;

    /** @param random what epochs are drawn from: no two processes must ever have the same */
    public RecentDeletions(RandomGenerator random) {
        this.epoch = random.nextLong();
    }

    /** Writes down that a tweet is deleted. */
    public void note(TweetId tweet) {
        hold(tweet.value());
    }

    /** Writes down that a tweet may be deleted by the time anybody looks. */
    public void noteDoubt(TweetId tweet) {
        hold(-tweet.value());
    }

    private synchronized void hold(long value) {
        newest++;
        held[slot(newest)] = value;
    }

    /** Everything that is held, for who knows nothing yet. */
    public synchronized Told all() {
        return told(false, Math.max(0, newest - HELD));
    }

    /**
     * What was noted since an earlier answer.
     *
     * @param knownEpoch the epoch of that answer
     * @param after its newest number
     */
    public synchronized Told since(long knownEpoch, long after) {
        boolean continues = knownEpoch == epoch && after >= newest - HELD && after <= newest;
        return continues ? told(true, Math.max(0, after)) : all();
    }

    private Told told(boolean continues, long after) {
        long[] values = LongStream.rangeClosed(after + 1, newest).map(number -> held[slot(number)]).toArray();
        return new Told(epoch, newest, continues, tweets(LongStream.of(values).filter(value -> value > 0)),
                tweets(LongStream.of(values).filter(value -> value < 0).map(value -> -value)));
    }

    private static List<TweetId> tweets(LongStream ids) {
        return ids.mapToObj(TweetId::new).toList();
    }

    private static int slot(long number) {
        return Math.toIntExact(number % HELD);
    }
}
