package timeline.follow;

import java.time.Duration;
import java.time.Instant;
import timeline.follow.audience.Audiences;
import timeline.follow.audience.PullSet;
import timeline.follow.audience.PushThreshold;
import timeline.follow.outbox.FollowOutbox;
import timeline.id.UserId;

/** An empty social graph behind all of its ports: in memory, or in PostgreSQL. */
public interface TestGraph {
    /** An id that no test registers. */
    UserId NOBODY = new UserId(4_000_000_000_000_000_000L);

    /** How long whoever commits an event holds its entry. */
    Duration LEFT_OVER_AFTER = Duration.ofSeconds(2);

    Users users();

    FollowStore follows();

    FollowOutbox outbox();

    Audiences audiences();

    PullSet pullSet();

    OwedBackfills owedBackfills();

    PushThreshold threshold();

    /** The time by the store's clock. */
    Instant now();

    /** Lets the outbox and the debts believe that time has passed. */
    void pass(Duration time);

    /** Registers a user who already follows so many others, none of whom is anybody else's concern. */
    UserId userFollowing(int followees);

    default UserId user(String name) {
        return users().register(new Username(name), Instant.EPOCH).orElseThrow().id();
    }

    /** Registers {@code count} users, named by the prefix and a number from 0 on. */
    default UserId[] users(String prefix, int count) {
        UserId[] ids = new UserId[count];
        for (int i = 0; i < count; i++) {
            ids[i] = user(prefix + i);
        }
        return ids;
    }
}
