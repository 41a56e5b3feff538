package timeline.follow.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.follow.Follow;
import timeline.follow.FollowOutcome;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowOutcome.LimitReached;
import timeline.follow.FollowOutcome.Unchanged;
import timeline.follow.FollowOutcome.UnknownUser;
import timeline.follow.FollowStore;
import timeline.follow.NumberedFollow;
import timeline.follow.SocialGraph;
import timeline.follow.outbox.OutboxEntry;
import timeline.id.UserId;

/** The edges, with their counts and events. The order of the statements is the order of the locks, see the package. */
public final class PostgresFollowStore implements FollowStore {
    private final GraphDatabase database;
    private final Duration leftOverAfter;

    /** @param leftOverAfter how long the instance that commits an event may take to publish it, before the relays do */
    public PostgresFollowStore(GraphDatabase database, Duration leftOverAfter) {
        this.database = database;
        this.leftOverAfter = leftOverAfter;
    }

    @Override
    public FollowOutcome follow(Follow edge) {
        return database.transaction(jdbc -> {
            Optional<LockFollower.Locked> locked = LockFollower.run(jdbc, edge);
            if (locked.isEmpty()) {
                return new UnknownUser(edge.follower());
            }
            if (!locked.get().followeeExists()) {
                return new UnknownUser(edge.followee());
            }
            if (SelectFollow.run(jdbc, edge)) {
                return new Unchanged();
            }
            if (locked.get().followingCount() >= SocialGraph.MAX_FOLLOWEES) {
                return new LimitReached();
            }
            long number = InsertFollow.run(jdbc, edge);
            InsertOwedBackfill.run(jdbc, edge, number);
            CountFollowing.run(jdbc, edge.follower(), 1);
            OutboxEntry entry = InsertOutboxEntry.run(jdbc,
                    new Followed(edge.follower(), edge.followee(), Optional.of(number)), leftOverAfter);
            CountFollower.add(jdbc, edge);
            return new Changed(entry);
        });
    }

    @Override
    public FollowOutcome unfollow(Follow edge) {
        return database.transaction(jdbc -> {
            Optional<LockFollower.Locked> locked = LockFollower.run(jdbc, edge);
            if (locked.isEmpty()) {
                return new UnknownUser(edge.follower());
            }
            if (!locked.get().followeeExists()) {
                return new UnknownUser(edge.followee());
            }
            if (!DeleteFollow.run(jdbc, edge)) {
                return new Unchanged();
            }
            DeleteOwedBackfill.run(jdbc, edge);
            CountFollowing.run(jdbc, edge.follower(), -1);
            OutboxEntry entry = InsertOutboxEntry.run(jdbc, new Unfollowed(edge.follower(), edge.followee()),
                    leftOverAfter);
            CountFollower.subtract(jdbc, edge);
            return new Changed(entry);
        });
    }

    @Override
    public List<NumberedFollow> followers(UserId followee, long before, int limit) {
        return database.statement(jdbc -> SelectFollowers.run(jdbc, followee, before, limit));
    }

    @Override
    public List<NumberedFollow> following(UserId follower, long before, int limit) {
        return database.statement(jdbc -> SelectFollowees.run(jdbc, follower, before, limit));
    }
}
