package timeline.home.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import timeline.identity.Caller;
import timeline.deadline.Deadline;
import timeline.edge.PageRequest;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.home.HomeTimeline;
import timeline.home.TimelineAnswer;
import timeline.home.TimelineAnswer.Page;
import timeline.home.TimelineAnswer.Unavailable;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.page.CursorCodec;

/** The one public call of the read path. Whose timeline it is, the token says: there is no parameter to get wrong (G14). */
@RestController
public final class TimelineController {
    private static final String LIST = "home";

    private final HomeTimeline timeline;
    private final CursorCodec cursors;
    private final ReadMeters meters;
    private final RandomGenerator random;

    /** @param random spreads the moments at which turned away clients come back */
    public TimelineController(HomeTimeline timeline, CursorCodec cursors, ReadMeters meters, RandomGenerator random) {
        this.timeline = timeline;
        this.cursors = cursors;
        this.meters = meters;
        this.random = random;
    }

    @GetMapping("/v1/timeline")
    ResponseEntity<PageBody> timeline(Caller caller, PageRequest page) {
        TimelineAnswer answer = timeline.read(caller.id(), before(caller.id(), page), page.limit(),
                Deadline.current());
        meters.record(answer);
        Map<String, String> headers = TimelineHeaders.of(answer);
        return switch (answer) {
            case Page found -> {
                ResponseEntity.BodyBuilder response = ResponseEntity.ok();
                headers.forEach(response::header);
                yield response.body(body(caller.id(), found));
            }
            case Unavailable unavailable -> throw problem(unavailable).withHeaders(headers);
        };
    }

    private TweetId before(UserId caller, PageRequest page) {
        String cursor = page.cursor();
        return cursor == null ? TweetId.LATEST : new TweetId(cursors.decode(caller, LIST, cursor));
    }

    private PageBody body(UserId caller, Page page) {
        Optional<String> next = page.next().map(position -> cursors.encode(caller, LIST, position.value()));
        return new PageBody(page.tweets().stream().map(TweetBody::of).toList(), next.orElse(null));
    }

    private ProblemException problem(Unavailable unavailable) {
        Duration wait = Duration.ofSeconds(1L + random.nextInt(3));
        return switch (unavailable.reason()) {
            case STORE -> Problem.UNAVAILABLE.retryAfter(wait, "The tweets cannot be read now.");
            case OVERLOADED ->
                Problem.OVERLOADED.retryAfter(wait, "Too many timelines are read from the database now.");
        };
    }

    /** @param nextCursor null at the end of the timeline, and only there */
    record PageBody(List<TweetBody> tweets, @Nullable String nextCursor) {}
}
