package timeline.follow.postgres;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.FollowStore;
import timeline.follow.TestGraph;
import timeline.follow.Username;
import timeline.follow.Users;
import timeline.follow.audience.Audiences;
import timeline.follow.OwedBackfills;
import timeline.follow.audience.PullSet;
import timeline.follow.audience.PushThreshold;
import timeline.follow.outbox.FollowOutbox;
import timeline.id.UserId;

/** The graph in a PostgreSQL that belongs to the tests, emptied first. */
final class PostgresGraph implements TestGraph {
    private final JdbcClient jdbc;
    private final GraphDatabase database;

    PostgresGraph(DataSource pool) {
        this.jdbc = JdbcClient.create(pool);
        this.database = new GraphDatabase(pool, () -> true, new SimpleMeterRegistry());
        jdbc.sql(
                "TRUNCATE users, follows, follower_counts, pulled_authors, follow_outbox, owed_backfills RESTART IDENTITY")
                .update();
        jdbc.sql("UPDATE pull_set SET epoch = 0").update();
        jdbc.sql("UPDATE push_threshold SET followers = 10000").update();
    }

    @Override
    public Users users() {
        return new PostgresUsers(database);
    }

    @Override
    public FollowStore follows() {
        return new PostgresFollowStore(database, LEFT_OVER_AFTER);
    }

    @Override
    public FollowOutbox outbox() {
        return new PostgresFollowOutbox(database);
    }

    @Override
    public Audiences audiences() {
        return new PostgresAudiences(database);
    }

    @Override
    public PullSet pullSet() {
        return new PostgresPullSet(database);
    }

    @Override
    public OwedBackfills owedBackfills() {
        return new PostgresOwedBackfills(database);
    }

    @Override
    public PushThreshold threshold() {
        return new PostgresPushThreshold(database);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pass(Duration time) {
        jdbc.sql("""
                UPDATE follow_outbox SET due_at = due_at - ? * interval '1 millisecond',
                                         created_at = created_at - ? * interval '1 millisecond'""")
                .params(time.toMillis(), time.toMillis()).update();
        jdbc.sql("UPDATE owed_backfills SET owed_since = owed_since - ? * interval '1 millisecond'")
                .param(time.toMillis()).update();
    }

    @Override
    public UserId userFollowing(int followees) {
        UserId follower = users().register(new Username("collector"), Instant.EPOCH).orElseThrow().id();
        jdbc.sql("""
                WITH followee AS (INSERT INTO users (username, created_at)
                                  SELECT 'f' || n, now() FROM generate_series(1, ?) n RETURNING user_id)
                INSERT INTO follows (follower_id, followee_id) SELECT ?, user_id FROM followee""")
                .params(followees, follower.value()).update();
        jdbc.sql("UPDATE users SET following_count = ? WHERE user_id = ?").params(followees, follower.value()).update();
        return follower;
    }
}
