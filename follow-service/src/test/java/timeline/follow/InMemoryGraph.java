package timeline.follow;

import java.time.Duration;
import java.time.Instant;
import timeline.follow.audience.Audiences;
import timeline.follow.audience.InMemoryAudiences;
import timeline.follow.audience.InMemoryPullSet;
import timeline.follow.audience.InMemoryPushThreshold;
import timeline.follow.audience.PullSet;
import timeline.follow.audience.PushThreshold;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.InMemoryFollowOutbox;
import timeline.id.UserId;
import timeline.testkit.ManualClock;

/** All twins together. */
public final class InMemoryGraph implements TestGraph {
    private final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryFollowOutbox outbox = new InMemoryFollowOutbox(clock, LEFT_OVER_AFTER);
    private final InMemoryPullSet pullSet = new InMemoryPullSet(clock);
    private final InMemoryOwedBackfills owed = new InMemoryOwedBackfills(clock);
    private final InMemoryFollowStore follows = new InMemoryFollowStore(users, outbox, owed, pullSet::leavingSince);
    private final InMemoryPushThreshold threshold = new InMemoryPushThreshold(10_000);
    private final InMemoryAudiences audiences = new InMemoryAudiences(follows, pullSet, threshold, owed);

    @Override
    public Users users() {
        return users;
    }

    @Override
    public FollowStore follows() {
        return follows;
    }

    @Override
    public FollowOutbox outbox() {
        return outbox;
    }

    @Override
    public Audiences audiences() {
        return audiences;
    }

    @Override
    public PullSet pullSet() {
        return pullSet;
    }

    @Override
    public OwedBackfills owedBackfills() {
        return owed;
    }

    @Override
    public PushThreshold threshold() {
        return threshold;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public UserId userFollowing(int followees) {
        UserId follower = user("collector");
        for (UserId followee : users("f", followees)) {
            follows.follow(new Follow(follower, followee));
        }
        return follower;
    }
}
