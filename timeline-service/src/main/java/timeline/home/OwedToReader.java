package timeline.home;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import timeline.home.merge.TimelineItem;
import timeline.home.merge.TimelineSource;
import timeline.home.merge.Window;
import timeline.home.owed.OwedView;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/**
 * What is owed to one reader's timeline, as a source of one read: complete at once. What the reader pulls is not in it, since it is pulled;
 * nor are the reader's own tweets. It remembers which of it the timeline had after all.
 */
final class OwedToReader {
    private final Map<TweetId, UserId> owed;
    private final Set<TweetId> delivered = ConcurrentHashMap.newKeySet();

    private OwedToReader(Map<TweetId, UserId> owed) {
        this.owed = owed;
    }

    static OwedToReader of(UserId reader, OwedView view, Optional<Following> following, TweetId before) {
        Map<TweetId, UserId> owed = new HashMap<>();
        following.ifPresent(known -> view.forEachOf(known, (author, tweet) -> {
            if (tweet.isBefore(before) && !author.equals(reader) && !known.pulls(author, tweet)) {
                owed.put(tweet, author);
            }
        }));
        return new OwedToReader(owed);
    }

    boolean isEmpty() {
        return owed.isEmpty();
    }

    /** All of it. */
    TimelineSource source() {
        List<TimelineItem> items = owed.entrySet().stream()
                .map(entry -> new TimelineItem(entry.getKey(), entry.getValue(), null))
                .sorted(Comparator.comparing(TimelineItem::id).reversed()).toList();
        return wanted -> Window.last(items);
    }

    /** The timeline, which may have some of it. */
    TimelineSource comparedWith(TimelineSource timeline) {
        if (isEmpty()) {
            return timeline;
        }
        return wanted -> {
            Window window = timeline.next(wanted);
            window.items().forEach(item -> delivered.add(item.id()));
            return window;
        };
    }

    /** What was shown of it, and is not in the timeline. */
    List<HomeTimelineEntry> lacking(List<Tweet> shown) {
        return shown.stream().filter(tweet -> owed.containsKey(tweet.id()) && !delivered.contains(tweet.id()))
                .map(tweet -> new HomeTimelineEntry(tweet.id(), tweet.author())).toList();
    }
}
