package timeline.tweet.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.id.TweetId;
import timeline.tweet.deletions.RecentDeletions;
import timeline.tweet.deletions.RecentDeletions.Told;

/** What this instance has deleted lately; it needs no store to answer. */
@RestController
public final class InternalDeletionsController {
    private final RecentDeletions deletions;

    public InternalDeletionsController(RecentDeletions deletions) {
        this.deletions = deletions;
    }

    /** @param epoch and {@code after} from the asker's last answer of this instance; none: everything that is held */
    @GetMapping("/internal/v1/deletions")
    Answer deletions(@RequestParam(required = false) @Nullable Long epoch,
            @RequestParam(defaultValue = "0") long after) {
        if (after < 0) {
            throw Problem.INVALID_PARAMETER.because("The parameter 'after' must not be negative.");
        }
        Told told = epoch == null ? deletions.all() : deletions.since(epoch, after);
        return new Answer(told.epoch(), told.newest(), told.continues(), numbers(told.deleted()),
                numbers(told.inDoubt()));
    }

    private static long[] numbers(List<TweetId> tweets) {
        return tweets.stream().mapToLong(TweetId::value).toArray();
    }

    /** Ids as JSON numbers. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Answer(long epoch, long newest, boolean continues, long[] deleted, long[] inDoubt) {}
}
