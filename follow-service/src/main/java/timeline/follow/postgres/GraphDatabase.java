package timeline.follow.postgres;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import timeline.deadline.Deadline;
import timeline.follow.GraphUnavailableException;

/**
 * The one way to the database. Tells an outage, which is nobody's fault and passes, from a defect: everything but a wrong statement
 * or a violated constraint is an outage, as PostgreSQL has many ways to be unable (starting, stopping, full, out of connections).
 * Times both, as the stages of the work {@code graph}.
 */
public final class GraphDatabase {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BooleanSupplier schemaReady;
    private final Timer statements;
    private final Timer transactions;

    /** @param schemaReady whether the tables are there; until then every call is an outage */
    public GraphDatabase(DataSource pool, BooleanSupplier schemaReady, MeterRegistry meters) {
        this.jdbc = JdbcClient.create(pool);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.schemaReady = schemaReady;
        this.statements = meters.timer("stage", "work", "graph", "stage", "statement");
        this.transactions = meters.timer("stage", "work", "graph", "stage", "transaction");
    }

    /** Runs one statement, which is one snapshot. */
    <T> T statement(Function<JdbcClient, T> work) {
        return orUnavailable(statements, () -> work.apply(jdbc));
    }

    /**
     * Runs statements that take effect together or not at all; not at all when the request's time is over before they do. Whoever has been
     * told nothing goes on to another instance, and may have asked the opposite since.
     */
    <T> T transaction(Function<JdbcClient, T> work) {
        return orUnavailable(transactions, () -> transaction.execute(status -> {
            T result = work.apply(jdbc);
            if (Deadline.ofRequest().filter(Deadline::hasPassed).isPresent()) {
                throw new GraphUnavailableException("the request's time was over before its transaction was");
            }
            return result;
        }));
    }

    private <T> T orUnavailable(Timer timer, Supplier<T> work) {
        if (!schemaReady.getAsBoolean()) {
            throw new GraphUnavailableException("the tables of the social graph are not there yet");
        }
        long start = System.nanoTime();
        try {
            return work.get();
        } catch (DataIntegrityViolationException | InvalidDataAccessApiUsageException
                | InvalidDataAccessResourceUsageException defect) {
            throw defect;
        } catch (DataAccessException | TransactionException outage) {
            throw new GraphUnavailableException("PostgreSQL did not answer in time", outage);
        } finally {
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }
}
