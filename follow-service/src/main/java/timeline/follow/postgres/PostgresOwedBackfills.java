package timeline.follow.postgres;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import timeline.follow.OwedBackfill;
import timeline.follow.OwedBackfills;

/** The table {@code owed_backfills}, on the database's clock. */
public final class PostgresOwedBackfills implements OwedBackfills {
    private final GraphDatabase database;

    public PostgresOwedBackfills(GraphDatabase database) {
        this.database = database;
    }

    @Override
    public void settle(Collection<OwedBackfill> paid) {
        database.transaction(jdbc -> {
            SettleOwedBackfills.run(jdbc, paid);
            return paid.size();
        });
    }

    @Override
    public List<OwedBackfill> oldest(Duration owedFor, int limit) {
        return database.statement(jdbc -> SelectOwedBackfills.run(jdbc, owedFor, limit));
    }
}
