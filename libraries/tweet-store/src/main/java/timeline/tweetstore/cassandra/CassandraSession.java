package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfig;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import timeline.deadline.Deadline;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * A session that is there from the start, while Cassandra may come later: {@link #open} returns at once and connects in the
 * background for as long as it takes. Until then every statement fails like during an outage, with
 * {@link TweetsUnavailableException}, and a service can start, say so in its readiness, and wait.
 */
public final class CassandraSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CassandraSession.class);
    /** More than any time-out in the driver's settings. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final CassandraSettings settings;
    private final Supplier<Optional<Duration>> timeLeft;
    private volatile @Nullable CqlSession session;
    private volatile boolean closed;

    private CassandraSession(CassandraSettings settings, Supplier<Optional<Duration>> timeLeft) {
        this.settings = settings;
        this.timeLeft = timeLeft;
    }

    /**
     * A session whose statements are bounded by the time-outs of the settings, and end sooner when the {@link Deadline} under
     * which they are sent comes sooner: the time-outs of several statements in a row add up, a deadline does not (G12).
     */
    public static CassandraSession open(CassandraSettings settings) {
        return open(settings, () -> Deadline.ofRequest().map(Deadline::left));
    }

    /** @param timeLeft what the calling thread has left, zero included; empty where nobody waits */
    static CassandraSession open(CassandraSettings settings, Supplier<Optional<Duration>> timeLeft) {
        CassandraSession opened = new CassandraSession(settings, timeLeft);
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
            return driver().execute(inTime(statement));
        } catch (RuntimeException failure) {
            throw Outage.orDefect(failure);
        }
    }

    /** Like {@link #execute}; every failure comes through the returned stage. */
    public CompletionStage<AsyncResultSet> executeAsync(Statement<?> statement) {
        try {
            return driver().executeAsync(inTime(statement)).exceptionally(failure -> {
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

    /** Waits for something of the driver that takes no time-out by itself, no longer than the caller can; fails as the driver does. */
    <T> T await(CompletionStage<T> answer) {
        try {
            Duration most = timeLeft.get().orElse(LONGEST_WAIT);
            return answer.toCompletableFuture().get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new TweetsUnavailableException("no time is left to wait for Cassandra", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TweetsUnavailableException("interrupted while waiting for Cassandra", stopping);
        }
    }

    /** The statement, with a time-out that is no longer than the caller has left. */
    private Statement<?> inTime(Statement<?> statement) {
        Optional<Duration> left = timeLeft.get();
        if (left.isEmpty() || left.get().compareTo(usualTimeout(statement)) >= 0) {
            return statement;
        }
        if (!left.get().isPositive()) {
            throw new TweetsUnavailableException("no time is left to ask Cassandra", null);
        }
        return statement.setTimeout(left.get());
    }

    private Duration usualTimeout(Statement<?> statement) {
        String profile = statement.getExecutionProfileName();
        DriverConfig config = driver().getContext().getConfig();
        return (profile == null ? config.getDefaultProfile() : config.getProfile(profile))
                .getDuration(DefaultDriverOption.REQUEST_TIMEOUT);
    }

    private void connect() {
        try {
            CqlSession.builder().withConfigLoader(DriverOptions.of(settings))
                    .addContactPoints(settings.addresses()).withLocalDatacenter(settings.datacenter()).buildAsync()
                    .whenComplete(this::connected);
        } catch (RuntimeException | Error notEvenTried) {
            // Like a refusal: thrown on, it would end in a thread that nobody looks at, and nobody would try again.
            connected(null, notEvenTried);
        }
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
