package timeline.simulation.port;

import java.util.List;
import timeline.follow.Follow;
import timeline.follow.FollowOutcome;
import timeline.follow.FollowStore;
import timeline.follow.NumberedFollow;
import timeline.id.UserId;

/** {@link FollowStore} behind a link. */
public record RemoteFollowStore(Link link, FollowStore follows) implements FollowStore {
    @Override
    public FollowOutcome follow(Follow edge) {
        return link.call("follows.follow", edge, () -> follows.follow(edge));
    }

    @Override
    public FollowOutcome unfollow(Follow edge) {
        return link.call("follows.unfollow", edge, () -> follows.unfollow(edge));
    }

    @Override
    public List<NumberedFollow> followers(UserId followee, long before, int limit) {
        return link.call("follows.followers", followee, () -> follows.followers(followee, before, limit));
    }

    @Override
    public List<NumberedFollow> following(UserId follower, long before, int limit) {
        return link.call("follows.following", follower, () -> follows.following(follower, before, limit));
    }
}
