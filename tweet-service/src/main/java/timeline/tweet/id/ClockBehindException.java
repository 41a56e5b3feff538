package timeline.tweet.id;

import java.time.Duration;

/** The clock was set back further than may be bridged. Ids are refused until it has caught up: better none than one that repeats. */
public final class ClockBehindException extends RuntimeException {
    private final Duration behind;

    ClockBehindException(Duration behind) {
        super("the clock is " + behind.toMillis() + " ms behind the last id");
        this.behind = behind;
    }

    /** How far behind the last id the clock is. */
    public Duration behind() {
        return behind;
    }
}
