package timeline.follow.postgres;

import timeline.follow.audience.PushThreshold;

/** The only row of {@code push_threshold}. */
public final class PostgresPushThreshold implements PushThreshold {
    private static final String SELECT = "SELECT followers FROM push_threshold";
    private static final String UPDATE = "UPDATE push_threshold SET followers = ?";

    private final GraphDatabase database;

    public PostgresPushThreshold(GraphDatabase database) {
        this.database = database;
    }

    @Override
    public long followers() {
        return database.statement(jdbc -> jdbc.sql(SELECT).query(Long.class).single());
    }

    @Override
    public void change(long followers) {
        if (followers < 0) {
            throw new IllegalArgumentException("a threshold is not negative: " + followers);
        }
        database.statement(jdbc -> jdbc.sql(UPDATE).param(followers).update());
    }
}
