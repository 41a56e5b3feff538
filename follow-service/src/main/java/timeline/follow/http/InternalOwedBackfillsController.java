package timeline.follow.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.follow.OwedBackfill;
import timeline.follow.OwedBackfills;
import timeline.id.UserId;

/** What the fan-out owes to those who have followed somebody. */
@RestController
@RequestMapping("/internal/v1/owed-backfills")
public final class InternalOwedBackfillsController {
    private static final int MOST = 1_000;
    /** Of the longest ids, they fit what a service takes as a body. */
    private static final int MOST_SETTLED = 150;

    private final OwedBackfills owed;

    public InternalOwedBackfillsController(OwedBackfills owed) {
        this.owed = owed;
    }

    @GetMapping
    Backfills oldest(@RequestParam("owed_for_ms") long owedForMillis, @RequestParam(defaultValue = "100") int limit) {
        if (owedForMillis < 0) {
            throw Problem.INVALID_PARAMETER.because("The parameter 'owed_for_ms' must not be negative.");
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.INVALID_PARAMETER.because("The parameter 'limit' must be a number from 1 to " + MOST + ".");
        }
        return new Backfills(owed.oldest(Duration.ofMillis(owedForMillis), limit).stream().map(Backfill::of).toList());
    }

    @PostMapping("/settled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@RequestBody Settled body) {
        List<@Nullable Backfill> paid = body.backfills();
        if (paid == null || paid.size() > MOST_SETTLED) {
            throw Problem.VALIDATION.at("/backfills", "At most " + MOST_SETTLED + " backfills are expected.");
        }
        owed.settle(paid.stream().map(InternalOwedBackfillsController::paid).toList());
    }

    private static OwedBackfill paid(@Nullable Backfill entry) {
        if (entry == null || entry.followerId <= 0 || entry.authorId <= 0) {
            throw Problem.VALIDATION.at("/backfills", "Ids of users are expected.");
        }
        return new OwedBackfill(new UserId(entry.followerId), new UserId(entry.authorId), entry.number);
    }

    record Backfills(List<Backfill> backfills) {}

    record Settled(@Nullable List<@Nullable Backfill> backfills) {}

    /** Ids as JSON numbers. */
    record Backfill(long followerId, long authorId, long number) {
        static Backfill of(OwedBackfill owed) {
            return new Backfill(owed.follower().value(), owed.author().value(), owed.number());
        }
    }
}
