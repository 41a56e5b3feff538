package timeline.outbox;

import java.time.Duration;

/**
 * What is owed: the figures to watch, since a healthy outbox is nearly empty and never old.
 *
 * @param entries how many entries there are
 * @param age of the oldest of them; zero when there are none
 */
public record Backlog(long entries, Duration age) {
    public static final Backlog NONE = new Backlog(0, Duration.ZERO);
}
