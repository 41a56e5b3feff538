package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.internal.core.connection.ExponentialReconnectionPolicy;
import com.datastax.oss.driver.internal.core.specex.ConstantSpeculativeExecutionPolicy;
import com.datastax.oss.driver.internal.core.specex.NoSpeculativeExecutionPolicy;
import java.time.Duration;

/**
 * How every service talks to Cassandra. The driver's defaults answer other questions: they read at LOCAL_ONE (read-your-writes, G2, would
 * break with more than one replica), retry no write, and die at start when Cassandra is late.
 */
final class DriverOptions {
    /** One profile for each kind of statement; the default one is the readers'. */
    static final String READ = "read";
    static final String LINEARIZABLE_READ = "linearizable-read";
    static final String WRITE = "write";
    static final String TRANSACTION = "transaction";
    static final String SCHEMA = "schema";

    static final Duration FIRST_RECONNECTION = Duration.ofMillis(250);

    /** The driver waits this long after each CREATE, to see whether more follow: 1 s by default, ten seconds for a schema. */
    private static final Duration SCHEMA_WINDOW = Duration.ofMillis(20);

    private DriverOptions() {
    }

    static DriverConfigLoader of(CassandraSettings settings) {
        ProgrammaticDriverConfigLoaderBuilder options = DriverConfigLoader.programmaticBuilder();
        consistency(options);
        connections(options, settings);
        options.withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.readTimeout());
        // With a single node there is no other one to ask, and nothing happens.
        options.withClass(DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS,
                ConstantSpeculativeExecutionPolicy.class)
                .withInt(DefaultDriverOption.SPECULATIVE_EXECUTION_MAX, 2)
                .withDuration(DefaultDriverOption.SPECULATIVE_EXECUTION_DELAY, settings.speculateAfter());
        options.withDuration(DefaultDriverOption.METADATA_SCHEMA_WINDOW, SCHEMA_WINDOW)
                // A statement's values are what people wrote: they belong in no log, also not beside a warning.
                .withBoolean(DefaultDriverOption.REQUEST_LOGGER_VALUES, false)
                // The driver must not keep a process alive that has nothing else to do.
                .withBoolean(DefaultDriverOption.NETTY_DAEMON, true);
        profiles(options, settings);
        return options.build();
    }

    private static void consistency(ProgrammaticDriverConfigLoaderBuilder options) {
        options.withString(DefaultDriverOption.REQUEST_CONSISTENCY, DefaultConsistencyLevel.LOCAL_QUORUM.name())
                .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, DefaultConsistencyLevel.LOCAL_SERIAL.name())
                // True of every plain statement here: all carry their own timestamp or only read. Light-weight transactions are
                // the exception.
                .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true);
    }

    /** A service starts without Cassandra, and finds it soon after its return. */
    private static void connections(ProgrammaticDriverConfigLoaderBuilder options, CassandraSettings settings) {
        options.withBoolean(DefaultDriverOption.RECONNECT_ON_INIT, true)
                .withClass(DefaultDriverOption.RECONNECTION_POLICY_CLASS, ExponentialReconnectionPolicy.class)
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, FIRST_RECONNECTION)
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, settings.reconnectWithin())
                .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, settings.connectTimeout())
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, settings.connectTimeout())
                .withDuration(DefaultDriverOption.CONNECTION_SET_KEYSPACE_TIMEOUT, settings.connectTimeout())
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, settings.connectTimeout())
                // A paused node keeps its connections open: only a heartbeat tells. (Its requests fail by their own time-out.)
                .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, settings.heartbeatInterval())
                .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, settings.heartbeatTimeout());
    }

    private static void profiles(ProgrammaticDriverConfigLoaderBuilder options, CassandraSettings settings) {
        options.startProfile(READ).withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.readTimeout())
                .endProfile();
        asksOnce(options.startProfile(LINEARIZABLE_READ)).withString(DefaultDriverOption.REQUEST_CONSISTENCY,
                DefaultConsistencyLevel.LOCAL_SERIAL.name()).endProfile();
        asksOnce(options.startProfile(WRITE))
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.writeTimeout()).endProfile();
        // Never repeated by the driver: "not applied" could then mean "applied before".
        asksOnce(options.startProfile(TRANSACTION))
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.transactionTimeout())
                .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, false).endProfile();
        asksOnce(options.startProfile(SCHEMA))
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, settings.schemaTimeout()).endProfile();
    }

    private static ProgrammaticDriverConfigLoaderBuilder asksOnce(ProgrammaticDriverConfigLoaderBuilder profile) {
        return profile.withClass(DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS,
                NoSpeculativeExecutionPolicy.class);
    }
}
