package timeline.follow.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connects as soon as the database can be connected to. The pool's own tries come at intervals that double up to 5 s: a database that was
 * away for half a minute would be back for seconds before anybody noticed, and follows be refused meanwhile. This one tries at even
 * intervals, on the one thread that fills the pool, and says once in an outage why it has to.
 */
final class PersistentDataSource extends DelegatingDataSource {
    /** A constant: short beside what users notice, and a handful of packets. */
    static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private static final Logger log = LoggerFactory.getLogger(PersistentDataSource.class);

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    private final Pause pause;

    PersistentDataSource(DataSource database, Pause pause) {
        super(database);
        this.pause = pause;
    }

    /** @throws SQLException when the thread is interrupted while the database is away, and for no other reason */
    @Override
    public Connection getConnection() throws SQLException {
        for (int failures = 0;; failures++) {
            try {
                return super.getConnection();
            } catch (SQLException away) {
                if (failures == 0) {
                    log.warn("PostgreSQL can't be connected to, and is tried every {} ms: {}", BETWEEN_TRIES.toMillis(),
                            away.getMessage());
                }
                rest(away);
            }
        }
    }

    private void rest(SQLException away) throws SQLException {
        try {
            pause.take(BETWEEN_TRIES);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
