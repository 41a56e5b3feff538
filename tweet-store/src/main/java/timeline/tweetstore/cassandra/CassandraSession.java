package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * A session that is there from the start, while Cassandra may come later: {@link #open} returns at once and connects in the
 * background for as long as it takes. Until then every statement fails like during an outage, with
 * {@link TweetsUnavailableException}, and a service can start, say so in its readiness, and wait (T25).
 */
public final class CassandraSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CassandraSession.class);
    private static final String DRIVER_SETTINGS = "timeline/tweetstore/cassandra/driver";

    private final CassandraSettings settings;
    private volatile @Nullable CqlSession session;
    private volatile boolean closed;

    private CassandraSession(CassandraSettings settings) {
        this.settings = settings;
    }

    public static CassandraSession open(CassandraSettings settings) {
        CassandraSession opened = new CassandraSession(settings);
        opened.connect();
        return opened;
    }

    /** Whether Cassandra was reached once. Says nothing about this moment. */
    public boolean isConnected() {
        return session != null;
    }

    /** @throws TweetsUnavailableException when Cassandra does not confirm in time */
    public ResultSet execute(Statement<?> statement) {
        try {
            return driver().execute(statement);
        } catch (RuntimeException failure) {
            throw Outage.orDefect(failure);
        }
    }

    /** Like {@link #execute}; every failure comes through the returned stage. */
    public CompletionStage<AsyncResultSet> executeAsync(Statement<?> statement) {
        try {
            return driver().executeAsync(statement).exceptionally(failure -> {
                throw new CompletionException(Outage.orDefect(failure));
            });
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(Outage.orDefect(failure));
        }
    }

    CassandraSettings settings() {
        return settings;
    }

    CqlSession driver() {
        CqlSession connected = session;
        if (connected == null) {
            throw new TweetsUnavailableException("not connected to Cassandra yet", null);
        }
        return connected;
    }

    @Override
    public void close() {
        closed = true;
        CqlSession connected = session;
        if (connected != null) {
            connected.close();
        }
    }

    private void connect() {
        CqlSession.builder().withConfigLoader(DriverConfigLoader.fromClasspath(DRIVER_SETTINGS))
                .addContactPoints(settings.addresses()).withLocalDatacenter(settings.datacenter()).buildAsync()
                .whenComplete(this::connected);
    }

    private void connected(@Nullable CqlSession connected, @Nullable Throwable failure) {
        if (connected == null) {
            // The driver itself waits for a node that does not answer. This is for one that answers with an error while starting.
            log.warn("Cassandra refused the connection, trying again: {}", String.valueOf(failure));
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> {
                if (!closed) {
                    connect();
                }
            });
        } else if (closed) {
            connected.closeAsync();
        } else {
            session = connected;
            log.info("connected to Cassandra");
        }
    }
}
