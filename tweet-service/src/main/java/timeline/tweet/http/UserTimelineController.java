package timeline.tweet.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import timeline.identity.Caller;
import timeline.deadline.Deadline;
import timeline.edge.PageRequest;
import timeline.edge.Problem;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.page.CursorCodec;
import timeline.tweet.UserTimeline;

/** {@code GET /v1/users/{user_id}/tweets}. */
@RestController
public final class UserTimelineController {
    private final UserTimeline timeline;
    private final CursorCodec cursors;

    public UserTimelineController(UserTimeline timeline, CursorCodec cursors) {
        this.timeline = timeline;
        this.cursors = cursors;
    }

    @GetMapping("/v1/users/{user_id}/tweets")
    ShownPage page(Caller caller, @PathVariable("user_id") UserId author, PageRequest request) {
        String list = "user-tweets:" + author;
        Optional<TweetId> before = Optional.ofNullable(request.cursor())
                .map(cursor -> new TweetId(cursors.decode(caller.id(), list, cursor)));
        return switch (timeline.page(author, before, request.limit(), Deadline.current())) {
            case UserTimeline.Page page -> new ShownPage(page.tweets().stream().map(ShownTweet::of).toList(),
                    page.next().map(last -> cursors.encode(caller.id(), list, last.value())).orElse(null));
            case UserTimeline.UnknownUser() -> throw Problem.NOT_FOUND.because("There is no user " + author + ".");
        };
    }

    /** @param nextCursor null at the true end */
    record ShownPage(List<ShownTweet> tweets, @Nullable String nextCursor) {}
}
