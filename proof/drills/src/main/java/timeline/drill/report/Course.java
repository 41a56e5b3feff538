package timeline.drill.report;

import java.util.Locale;

/**
 * When what was, on the drill's clock.
 *
 * @param begunNanos since when users have been acting, and have noticed nothing
 * @param strikingNanos when the disturbance began
 * @param overNanos when it was over and mended
 */
public record Course(long begunNanos, long strikingNanos, long overNanos) {
    /** The columns of the table. */
    public enum Period {
        BEFORE, DURING, AFTER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of what began at this moment. */
    public Period at(long nanos) {
        if (nanos - strikingNanos < 0) {
            return Period.BEFORE;
        }
        return nanos - overNanos < 0 ? Period.DURING : Period.AFTER;
    }

    /** Whether it belongs to the drill: what it took to gather the users does not. */
    public boolean covers(long nanos) {
        return nanos - begunNanos >= 0;
    }
}
