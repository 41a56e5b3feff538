package timeline.follow.postgres;

import timeline.follow.audience.Audiences;
import timeline.follow.audience.FollowerPage;
import timeline.follow.audience.Following;
import timeline.follow.audience.FollowingVersion;
import timeline.id.UserId;

/** The reads of the other services. They go to the primary: the data source has no other. */
public final class PostgresAudiences implements Audiences {
    private final GraphDatabase database;

    public PostgresAudiences(GraphDatabase database) {
        this.database = database;
    }

    @Override
    public FollowerPage followers(UserId author, long after, int limit) {
        return database.statement(jdbc -> SelectFollowerPage.run(jdbc, author, after, limit));
    }

    @Override
    public Following following(UserId user) {
        return database.statement(jdbc -> SelectFollowing.run(jdbc, user));
    }

    @Override
    public FollowingVersion version(UserId user) {
        return database.statement(jdbc -> SelectFollowingVersion.run(jdbc, user));
    }
}
