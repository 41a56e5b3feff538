package timeline.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import timeline.deadline.Deadline;
import timeline.home.TweetHydrator.Hydrated;
import timeline.home.merge.SourceUnavailableException.Reason;
import timeline.home.merge.TimelineItem;
import timeline.home.merge.TimelineMerge;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/**
 * Fills one page from the merge: drops the unfollowed and the deleted, and goes on until the page is full, so that a short page
 * never means "there is no more" (G6). One tweet further is looked for than the page holds: only so is it known whether there
 * is a next page.
 *
 * <p>When a source fails <em>on the way</em>, the page ends where that source was last known to be complete, and the next page
 * begins there: shorter, but without a hole. Only when a source fails before the first tweet was found is it left out, and the
 * page flagged. When a tweet can't be looked up, the page ends before it. A page that is empty since the store failed, or since
 * there was no time to ask it, is no page: it would look like the timeline of somebody who follows nobody.
 */
final class PageFill {
    private final TimelineMerge<SourceKind> merge;
    private final ReadSources sources;
    private final Predicate<UserId> followed;
    private final TweetHydrator hydrator;
    private final ReadLimits limits;
    private final Deadline deadline;
    private final ReadNotes notes;

    private final List<Tweet> found = new ArrayList<>();
    private TweetId position;
    private int scanned;
    private boolean asked;
    private boolean leftOut;
    private boolean storeFailed;
    private boolean overloaded;
    private boolean blocked;

    PageFill(TweetId before, ReadSources sources, Predicate<UserId> followed, TweetHydrator hydrator,
            ReadLimits limits, Deadline deadline, ReadNotes notes) {
        this.merge = new TimelineMerge<>(sources.kinds(), before, sources);
        this.position = before;
        this.sources = sources;
        this.followed = followed;
        this.hydrator = hydrator;
        this.limits = limits;
        this.deadline = deadline;
        this.notes = notes;
    }

    TimelineAnswer page(int limit) {
        while (found.size() <= limit && scanned < limits.scannedEntries() && !deadline.hasPassed() && !blocked) {
            asked = true;
            int missing = limit + 1 - found.size();
            List<TimelineItem> items = notes.timed(Stage.MERGE, () -> merge.take(missing));
            if (items.isEmpty() && !goOnWithoutFailed()) {
                break;
            }
            collect(items);
        }
        if (found.isEmpty() && (overloaded || storeFailed || !asked)) {
            TimelineAnswer.Reason reason = overloaded
                    ? TimelineAnswer.Reason.OVERLOADED
                    : TimelineAnswer.Reason.STORE;
            return new TimelineAnswer.Unavailable(reason, notes.degraded(), notes.stages());
        }
        List<Tweet> shown = found.subList(0, Math.min(limit, found.size()));
        return new TimelineAnswer.Page(List.copyOf(shown), next(limit), notes.origin(), notes.degraded(),
                notes.stages());
    }

    private Optional<TweetId> next(int limit) {
        if (found.size() > limit) {
            return Optional.of(found.get(limit - 1).id());
        }
        boolean atEnd = merge.isExhausted() && !leftOut && !blocked;
        return atEnd ? Optional.empty() : Optional.of(position);
    }

    /** @return whether the sources that remain may have something for a page that is still empty */
    private boolean goOnWithoutFailed() {
        if (!found.isEmpty()) {
            return false;
        }
        List<SourceKind> without = merge.leaveOutFailed();
        for (SourceKind kind : without) {
            Reason reason = sources.reasonOf(kind);
            overloaded |= reason == Reason.OVERLOADED;
            storeFailed |= reason == Reason.FAILED || reason == Reason.TOO_SLOW;
            leftOut = true;
            notes.noteMissing(kind.whenLeftOut(reason));
        }
        return !without.isEmpty() && !overloaded;
    }

    private void collect(List<TimelineItem> items) {
        scanned += items.size();
        List<TimelineItem> followedOnly = items.stream().filter(item -> followed.test(item.author())).toList();
        Hydrated bodies = hydrate(followedOnly);
        for (TimelineItem item : followedOnly) {
            if (bodies.unknown().contains(item.id())) {
                notes.noteMissing(Degraded.STORE);
                storeFailed = true;
                blocked = true;
                return;
            }
            Tweet tweet = item.body() == null ? bodies.live().get(item.id()) : item.body();
            if (tweet != null) {
                found.add(tweet);
            }
            position = item.id();
        }
        if (!items.isEmpty()) {
            position = items.getLast().id();
        }
    }

    private Hydrated hydrate(List<TimelineItem> items) {
        List<TweetId> unread = items.stream().filter(item -> item.body() == null).map(TimelineItem::id).toList();
        return notes.timed(Stage.HYDRATE, () -> hydrator.lookUp(unread, deadline));
    }
}
