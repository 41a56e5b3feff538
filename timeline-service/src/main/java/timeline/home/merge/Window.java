package timeline.home.merge;

import java.util.List;
import timeline.id.TweetId;

/**
 * A stretch of one source: everything that it has from the horizon (inclusive) up to where the window before it ended (exclusive).
 *
 * @param items newest first
 * @param horizon strictly older than the horizon of the window before; {@link TweetId#EARLIEST} when the source has no more
 */
public record Window(List<TimelineItem> items, TweetId horizon) {
    public Window {
        items = List.copyOf(items);
    }

    /** A window that reaches down to the beginning of time. */
    public static Window last(List<TimelineItem> items) {
        return new Window(items, TweetId.EARLIEST);
    }
}
