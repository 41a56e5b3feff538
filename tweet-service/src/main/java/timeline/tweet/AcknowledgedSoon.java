package timeline.tweet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * No post is acknowledged later than two seconds after what it owes was dated. Readers look for what is owed by that date, from a few
 * seconds before their last look on: what was dated earlier and comes only now, from a process that was frozen between the two, they would
 * miss for a while. It is owed all the same, and delivered; but nobody was promised when (G15, ADR 0026).
 */
final class AcknowledgedSoon {
    /** A constant: the readers, in another service, reckon with it. */
    static final Duration BOUND = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock that nobody sets */
    AcknowledgedSoon(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Stores a tweet, and remembers when what it owes was dated. */
    Stored store(Supplier<OutboxEntry> post) {
        long began = nanoTime.getAsLong();
        return new Stored(post.get(), began);
    }

    /** What was stored, and may be acknowledged for a while. */
    final class Stored {
        private final OutboxEntry owed;
        private final long beganNanos;

        private Stored(OutboxEntry owed, long beganNanos) {
            this.owed = owed;
            this.beganNanos = beganNanos;
        }

        OutboxEntry owed() {
            return owed;
        }

        /** @throws TweetsUnavailableException when it is too late to acknowledge it, by either clock */
        void requireSoon() {
            boolean late = nanoTime.getAsLong() - beganNanos > BOUND.toNanos()
                    || owed.writtenAt().plus(BOUND).isBefore(clock.instant());
            if (late) {
                throw new TweetsUnavailableException("stored, but too late to acknowledge it", null);
            }
        }
    }
}
