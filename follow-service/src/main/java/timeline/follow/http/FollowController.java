package timeline.follow.http;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import timeline.identity.Caller;
import timeline.edge.Problem;
import timeline.follow.FollowOutcome;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowOutcome.LimitReached;
import timeline.follow.FollowOutcome.SelfFollow;
import timeline.follow.FollowOutcome.Unchanged;
import timeline.follow.FollowOutcome.UnknownUser;
import timeline.follow.SocialGraph;
import timeline.id.UserId;

/** The caller follows and unfollows; never anybody else. */
@RestController
public final class FollowController {
    private final SocialGraph graph;

    public FollowController(SocialGraph graph) {
        this.graph = graph;
    }

    @PostMapping("/v1/follow")
    Status follow(Caller caller, @RequestBody Target body) {
        if (body.targetUserId() == null) {
            throw Problem.VALIDATION.at("/target_user_id", "The user to follow is required.");
        }
        return status(graph.follow(caller.id(), body.targetUserId()));
    }

    @DeleteMapping("/v1/follow/{target_user_id}")
    Status unfollow(Caller caller, @PathVariable("target_user_id") UserId target) {
        return status(graph.unfollow(caller.id(), target));
    }

    private static Status status(FollowOutcome outcome) {
        return switch (outcome) {
            case Changed changed -> Status.OK;
            case Unchanged unchanged -> Status.OK;
            case UnknownUser unknown -> throw Problem.NOT_FOUND.because("There is no user " + unknown.user() + ".");
            case SelfFollow self -> throw Problem.SELF_FOLLOW.at("/target_user_id", "This is the caller.");
            case LimitReached limit -> throw Problem.FOLLOW_LIMIT
                    .because("At most " + SocialGraph.MAX_FOLLOWEES + " accounts can be followed.");
        };
    }

    record Target(@Nullable UserId targetUserId) {}

    record Status(String status) {
        private static final Status OK = new Status("ok");
    }
}
