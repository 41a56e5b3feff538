package timeline.home.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import timeline.deadline.Deadline;
import timeline.home.merge.TimelineMerge.Lane;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.Tweets.Slice;

/**
 * The tweets of many authors as one source, from the database: the whiteboard's "pull". One lane for each author. All are asked for
 * a few first, in batches; then only those who posted more than these few within the stretch that is read, for twice as
 * many each time, so that a busy author costs a logarithm of queries and a quiet one a single query.
 */
public final class AuthorTweets implements TimelineSource {
    /** Authors in one batch: enough to keep a store busy, few enough to notice a deadline in between. */
    private static final int BATCH = 200;

    private static final int FEWEST = 2;
    private static final int MOST = 200;

    private final Tweets tweets;
    private final TimelineMerge<UserId> merge;
    private final SideBySide sideBySide;
    private final Deadline deadline;
    private final int authors;

    /** @param authors each with the tweet before which to read */
    public AuthorTweets(Tweets tweets, Map<UserId, TweetId> authors, SideBySide sideBySide, Deadline deadline) {
        this.tweets = tweets;
        this.merge = new TimelineMerge<>(authors, this::feed);
        this.sideBySide = sideBySide;
        this.deadline = deadline;
        this.authors = Math.max(1, authors.size());
    }

    /** The same position for all. */
    public static Map<UserId, TweetId> allBefore(TweetId position, Collection<UserId> authors) {
        Map<UserId, TweetId> all = new LinkedHashMap<>();
        authors.forEach(author -> all.put(author, position));
        return all;
    }

    @Override
    public Window next(int wanted) {
        List<TimelineItem> items = merge.take(wanted);
        return merge.isExhausted() ? Window.last(items) : new Window(items, items.getLast().id());
    }

    private Map<UserId, Window> feed(List<Lane<UserId>> lanes, int wanted) {
        Map<TweetId, List<Lane<UserId>>> byHorizon = new LinkedHashMap<>();
        lanes.forEach(lane -> byHorizon.computeIfAbsent(lane.horizon(), any -> new ArrayList<>()).add(lane));
        List<Callable<Map<UserId, Window>>> queries = new ArrayList<>();
        byHorizon.forEach((horizon, together) -> {
            for (int from = 0; from < together.size(); from += BATCH) {
                List<Lane<UserId>> batch = together.subList(from, Math.min(from + BATCH, together.size()));
                queries.add(() -> read(batch, horizon, pageSize(batch.getFirst().windows(), wanted)));
            }
        });
        Map<UserId, Window> windows = HashMap.newHashMap(lanes.size());
        sideBySide.all(queries, deadline).forEach(windows::putAll);
        return windows;
    }

    /** Those who were not read yet: a look at their newest, since few of them have to be read further down. */
    private Map<UserId, Window> read(List<Lane<UserId>> lanes, TweetId before, int limit) {
        List<UserId> batch = lanes.stream().map(Lane::source).toList();
        Map<UserId, Window> windows = HashMap.newHashMap(batch.size());
        if (lanes.getFirst().windows() == 0) {
            tweets.newestOfAuthors(batch, before, limit, deadline)
                    .forEach((author, slice) -> windows.put(author, window(slice, limit)));
            return windows;
        }
        Map<UserId, List<Tweet>> found = batch.size() == 1
                ? Map.of(batch.getFirst(), tweets.ofAuthor(batch.getFirst(), before, limit, deadline))
                : tweets.ofAuthors(batch, before, limit, deadline);
        found.forEach((author, newest) -> windows.put(author, window(newest, limit)));
        return windows;
    }

    /** Twice an author's fair share of what is wanted, and twice as many again with each further reading. */
    private int pageSize(int windows, int wanted) {
        int share = FEWEST + (int) (2L * wanted / authors);
        return (int) Math.min(MOST, (long) Math.min(share, wanted + FEWEST) << Math.min(windows, 8));
    }

    private static Window window(Slice slice, int limit) {
        return slice.readOn().map(readOn -> new Window(items(slice.tweets()), readOn))
                .orElseGet(() -> window(slice.tweets(), limit));
    }

    private static Window window(List<Tweet> newest, int limit) {
        List<TimelineItem> items = items(newest);
        return items.size() < limit ? Window.last(items) : new Window(items, items.getLast().id());
    }

    private static List<TimelineItem> items(List<Tweet> tweets) {
        return tweets.stream().map(TimelineItem::of).toList();
    }
}
