package timeline.outbox;

import java.time.Duration;

/**
 * When the relay's next round should be: at once while there is more, after the usual pause when everything is in order, and after ever
 * longer pauses while the broker is away. For one thread.
 */
public final class RelayPace {
    private final Duration usual;
    private final Duration longest;
    private Duration pause;

    /** @param longest between rounds that get nothing done; not shorter than the usual pause */
    public RelayPace(Duration usual, Duration longest) {
        this.usual = usual;
        this.longest = longest;
        this.pause = usual;
    }

    public Duration after(RelayRound round) {
        if (round.isStuck()) {
            Duration longer = pause.isZero() ? usual : pause.multipliedBy(2);
            pause = longer.compareTo(longest) > 0 ? longest : longer;
        } else {
            pause = round.isFull() ? Duration.ZERO : usual;
        }
        return pause;
    }
}
