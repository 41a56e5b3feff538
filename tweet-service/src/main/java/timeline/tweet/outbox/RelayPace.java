package timeline.tweet.outbox;

import java.time.Duration;

/**
 * When the relay's next round should be: at once while there is more, in a second when there was nothing, and after ever longer pauses, up to
 * 5 s, while the broker is away. For one thread.
 */
public final class RelayPace {
    /** Between rounds that find everything in order. */
    public static final Duration IDLE = Duration.ofSeconds(1);

    static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration pause = IDLE;

    public Duration after(OutboxRelay.Round round) {
        if (round.isStuck()) {
            Duration longer = pause.isZero() ? IDLE : pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        } else {
            pause = round.isFull() ? Duration.ZERO : IDLE;
        }
        return pause;
    }
}
