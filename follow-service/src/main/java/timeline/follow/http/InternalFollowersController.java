package timeline.follow.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.follow.audience.Audience;
import timeline.follow.audience.Audiences;
import timeline.follow.audience.FollowerPage;
import timeline.follow.audience.PulledAuthor;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The fan-out's way through an author's followers, and what it decides by. */
@RestController
public final class InternalFollowersController {
    private final Audiences audiences;

    public InternalFollowersController(Audiences audiences) {
        this.audiences = audiences;
    }

    @GetMapping("/internal/v1/users/{user_id}/followers")
    Answer followers(@PathVariable("user_id") UserId author, @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int limit) {
        if (after < 0) {
            throw Problem.INVALID_PARAMETER.because("The parameter 'after' must not be negative.");
        }
        if (limit < 1 || limit > Audiences.MAX_PAGE_FOLLOWERS) {
            throw Problem.INVALID_PARAMETER
                    .because("The parameter 'limit' must be a number from 1 to " + Audiences.MAX_PAGE_FOLLOWERS + ".");
        }
        FollowerPage page = audiences.followers(author, after, limit);
        Long next = page.next().isPresent() ? page.next().getAsLong() : null;
        return new Answer(page.followers().toArray(), next, Decision.by(page.audience()));
    }

    /** Ids as JSON numbers. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Answer(long[] followers, @Nullable Long next, Decision audience) {}

    record Decision(long followerCount, long threshold, @Nullable Long pulledFrom, @Nullable Long pulledUntil,
            @Nullable Long epoch) {
        static Decision by(Audience audience) {
            Optional<PulledAuthor> pulled = audience.pulled();
            return new Decision(audience.followers(), audience.threshold(),
                    pulled.map(author -> author.from().value()).orElse(null),
                    pulled.flatMap(PulledAuthor::until).map(TweetId::value).orElse(null),
                    pulled.map(PulledAuthor::epoch).orElse(null));
        }
    }
}
