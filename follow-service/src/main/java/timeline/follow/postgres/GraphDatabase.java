package timeline.follow.postgres;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import timeline.follow.GraphUnavailableException;

/**
 * The one way to the database. Tells an outage, which is nobody's fault and passes, from a defect: everything but a wrong statement
 * or a violated constraint is an outage, as PostgreSQL has many ways to be unable (starting, stopping, full, out of connections).
 */
public final class GraphDatabase {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BooleanSupplier schemaReady;

    /** @param schemaReady whether the tables are there; until then every call is an outage */
    public GraphDatabase(JdbcClient jdbc, TransactionTemplate transaction, BooleanSupplier schemaReady) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.schemaReady = schemaReady;
    }

    /** Runs one statement, which is one snapshot. */
    <T> T statement(Function<JdbcClient, T> work) {
        return orUnavailable(() -> work.apply(jdbc));
    }

    /** Runs statements that take effect together or not at all. */
    <T> T transaction(Function<JdbcClient, T> work) {
        return orUnavailable(() -> transaction.execute(status -> work.apply(jdbc)));
    }

    private <T> T orUnavailable(Supplier<T> work) {
        if (!schemaReady.getAsBoolean()) {
            throw new GraphUnavailableException("the tables of the social graph are not there yet");
        }
        try {
            return work.get();
        } catch (DataIntegrityViolationException | InvalidDataAccessApiUsageException
                | InvalidDataAccessResourceUsageException defect) {
            throw defect;
        } catch (DataAccessException | TransactionException outage) {
            throw new GraphUnavailableException("PostgreSQL did not answer in time", outage);
        }
    }
}
