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
 * What is owed to one reader's timeline: tweets, as a source of one read that is complete at once; and the older tweets of those whom the
 * reader has just followed, which are pulled. What the reader pulls anyway is not in it; nor are the reader's own tweets. It remembers which
 * of it the timeline had after all.
 */
final class OwedToReader {
    private final Map<TweetId, UserId> owed;
    private final Map<UserId, TweetId> backfills;
    private final Set<TweetId> delivered = ConcurrentHashMap.newKeySet();

    private OwedToReader(Map<TweetId, UserId> owed, Map<UserId, TweetId> backfills) {
        this.owed = owed;
        this.backfills = backfills;
    }

    static OwedToReader of(UserId reader, OwedView view, Optional<Following> following, TweetId before) {
        Map<TweetId, UserId> owed = new HashMap<>();
        following.ifPresent(known -> view.forEachOf(known, (author, tweet) -> {
            if (tweet.isBefore(before) && !author.equals(reader) && !known.pulls(author, tweet)) {
                owed.put(tweet, author);
            }
        }));
        TweetId young = view.countsBefore();
        return new OwedToReader(owed, following.map(known -> known.owedBefore(young.isBefore(before) ? young : before))
                .filter(any -> !young.equals(TweetId.EARLIEST)).orElse(Map.of()));
    }

    boolean hasTweets() {
        return !owed.isEmpty();
    }

    /** Whom to pull, each with the tweet before which. */
    Map<UserId, TweetId> backfills() {
        return backfills;
    }

    /** All of its tweets. */
    TimelineSource tweets() {
        List<TimelineItem> items = owed.entrySet().stream()
                .map(entry -> new TimelineItem(entry.getKey(), entry.getValue(), null))
                .sorted(Comparator.comparing(TimelineItem::id).reversed()).toList();
        return wanted -> Window.last(items);
    }

    /** The timeline, which may have some of it. */
    TimelineSource comparedWith(TimelineSource timeline) {
        if (owed.isEmpty() && backfills.isEmpty()) {
            return timeline;
        }
        return wanted -> {
            Window window = timeline.next(wanted);
            window.items().forEach(item -> delivered.add(item.id()));
            return window;
        };
    }

    /**
     * What was shown of it, and is not in the timeline. Of whom the reader has just followed, whatever source it came from: when the debt
     * is paid, the timeline must have what has been seen.
     */
    List<HomeTimelineEntry> lacking(List<Tweet> shown) {
        return shown.stream()
                .filter(tweet -> owed.containsKey(tweet.id()) || backfills.containsKey(tweet.author()))
                .filter(tweet -> !delivered.contains(tweet.id()))
                .map(tweet -> new HomeTimelineEntry(tweet.id(), tweet.author())).toList();
    }
}
