package timeline.follow.postgres;

import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the tables up to date, when PostgreSQL lets it: the service starts without its database and waits for it, instead of
 * dying and being started again and again. Any number of instances may do so at once.
 */
public final class GraphSchema {
    private static final String INITIAL_THRESHOLD = """
            INSERT INTO push_threshold (followers) VALUES (?) ON CONFLICT DO NOTHING""";

    private final DataSource migrations;
    private final long initialThreshold;
    private final AtomicReference<String> missing = new AtomicReference<>("the tables have not been looked at yet");

    /**
     * @param migrations connections that may take longer than a request's
     * @param initialThreshold of the first start: afterwards the stored one counts
     */
    public GraphSchema(DataSource migrations, long initialThreshold) {
        this.migrations = migrations;
        this.initialThreshold = initialThreshold;
    }

    /** Tries once. */
    public boolean tryToMigrate() {
        try {
            Flyway.configure().dataSource(migrations).load().migrate();
            JdbcClient.create(migrations).sql(INITIAL_THRESHOLD).param(initialThreshold).update();
            missing.set("");
        } catch (FlywayException | DataAccessException notYet) {
            missing.set("PostgreSQL could not be migrated: " + notYet.getClass().getSimpleName());
        }
        return ready();
    }

    /** Whether the tables are there. Once true, stays true. */
    public boolean ready() {
        return missing.get().isEmpty();
    }

    /** Why the tables are not there; empty when they are. */
    public String missing() {
        return missing.get();
    }
}
