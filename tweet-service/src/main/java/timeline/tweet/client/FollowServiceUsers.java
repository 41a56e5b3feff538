package timeline.tweet.client;

import timeline.calls.Upstream;
import timeline.calls.UpstreamRequest;
import timeline.calls.UpstreamResponse;
import timeline.id.UserId;
import timeline.tweet.Users;

/** Asks the follow-service, which owns the users. */
public final class FollowServiceUsers implements Users {
    private static final int NOT_FOUND = 404;

    private final Upstream followService;

    public FollowServiceUsers(Upstream followService) {
        this.followService = followService;
    }

    @Override
    public boolean exists(UserId user) {
        UpstreamResponse response = followService.call(UpstreamRequest.get("/internal/v1/users/" + user));
        return response.status() != NOT_FOUND && response.body(Known.class).userId() == user.value();
    }

    private record Known(long userId) {}
}
