package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfig;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.tweetstore.cassandra.PreparedCql.Kind;

/** The options on which promises rest, as the driver reads them: its own defaults read stale, repeat, or wait for long. */
class DriverOptionsTest {
    private static final Duration READ = Duration.ofMillis(11);
    private static final Duration WRITE = Duration.ofMillis(12);
    private static final Duration TRANSACTION = Duration.ofMillis(13);
    private static final Duration SCHEMA = Duration.ofMillis(14);
    private static final Duration CONNECT = Duration.ofMillis(15);
    private static final Duration RECONNECT = Duration.ofSeconds(16);
    private static final Duration HEARTBEAT = Duration.ofMillis(17);
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofMillis(18);
    private static final Duration SPECULATE = Duration.ofMillis(19);

    private final DriverConfigLoader loader = DriverOptions
            .of(new CassandraSettings(List.of("a:1"), "west", "k", 1, READ, WRITE, TRANSACTION, SCHEMA, CONNECT,
                    RECONNECT, HEARTBEAT, HEARTBEAT_TIMEOUT, SPECULATE));
    private final DriverConfig config = loader.getInitialConfig();

    @AfterEach
    void close() {
        loader.close();
    }

    @Test
    void aReadSeesEveryAcknowledgedWrite() {
        for (String profile : List.of(DriverExecutionProfile.DEFAULT_NAME, Kind.READ.profile(), Kind.WRITE.profile(),
                Kind.TRANSACTION.profile(), DriverOptions.SCHEMA)) {
            assertThat(config.getProfile(profile).getString(DefaultDriverOption.REQUEST_CONSISTENCY))
                    .as("G2, %s: by default one replica's word counts", profile).isEqualTo("LOCAL_QUORUM");
        }
        assertThat(config.getProfile(Kind.LINEARIZABLE_READ.profile())
                .getString(DefaultDriverOption.REQUEST_CONSISTENCY)).isEqualTo("LOCAL_SERIAL");
        for (Kind kind : Kind.values()) {
            assertThat(config.getProfile(kind.profile()).getString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY))
                    .as("%s decides in its own data centre", kind).isEqualTo("LOCAL_SERIAL");
        }
    }

    @Test
    void whatComparesAndSetsIsNeverRepeatedByTheDriverAndAllElseMayBe() {
        for (Kind kind : Kind.values()) {
            assertThat(config.getProfile(kind.profile()).getBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE))
                    .as("%s", kind).isEqualTo(kind != Kind.TRANSACTION);
        }
    }

    @Test
    void onlyReadsAreAskedOfASecondReplica() {
        for (Kind kind : Kind.values()) {
            assertThat(config.getProfile(kind.profile())
                    .getString(DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS)).as("%s", kind)
                    .endsWith(kind == Kind.READ
                            ? "ConstantSpeculativeExecutionPolicy"
                            : ".NoSpeculativeExecutionPolicy");
        }
        DriverExecutionProfile read = config.getProfile(Kind.READ.profile());
        assertThat(read.getInt(DefaultDriverOption.SPECULATIVE_EXECUTION_MAX)).isEqualTo(2);
        assertThat(read.getDuration(DefaultDriverOption.SPECULATIVE_EXECUTION_DELAY)).isEqualTo(SPECULATE);
    }

    @Test
    void everyKindOfStatementHasItsOwnTimeout() {
        assertThat(timeout(DriverExecutionProfile.DEFAULT_NAME)).as("2 s by default").isEqualTo(READ);
        assertThat(timeout(Kind.READ.profile())).isEqualTo(READ);
        assertThat(timeout(Kind.LINEARIZABLE_READ.profile())).isEqualTo(READ);
        assertThat(timeout(Kind.WRITE.profile())).isEqualTo(WRITE);
        assertThat(timeout(Kind.TRANSACTION.profile())).isEqualTo(TRANSACTION);
        assertThat(timeout(DriverOptions.SCHEMA)).isEqualTo(SCHEMA);
    }

    @Test
    void aServiceStartsWithoutCassandraAndNoticesItsReturn() {
        DriverExecutionProfile session = config.getDefaultProfile();
        assertThat(session.getBoolean(DefaultDriverOption.RECONNECT_ON_INIT)).as("by default it dies").isTrue();
        assertThat(session.getString(DefaultDriverOption.RECONNECTION_POLICY_CLASS))
                .endsWith("ExponentialReconnectionPolicy");
        assertThat(session.getDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY))
                .isEqualTo(Duration.ofMillis(250));
        assertThat(session.getDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY)).as("a minute by default")
                .isEqualTo(RECONNECT);
        for (DefaultDriverOption wait : List.of(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT,
                DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT,
                DefaultDriverOption.CONNECTION_SET_KEYSPACE_TIMEOUT, DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT)) {
            assertThat(session.getDuration(wait)).as(wait.getPath()).isEqualTo(CONNECT);
        }
    }

    @Test
    void aFrozenNodeIsNoticed() {
        DriverExecutionProfile session = config.getDefaultProfile();
        assertThat(session.getDuration(DefaultDriverOption.HEARTBEAT_INTERVAL)).as("30 s by default")
                .isEqualTo(HEARTBEAT);
        assertThat(session.getDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT)).isEqualTo(HEARTBEAT_TIMEOUT);
    }

    @Test
    void noLogShowsWhatPeopleWroteAndNoThreadKeepsTheProcessAlive() {
        DriverExecutionProfile session = config.getDefaultProfile();
        assertThat(session.getBoolean(DefaultDriverOption.REQUEST_LOGGER_VALUES)).isFalse();
        assertThat(session.getBoolean(DefaultDriverOption.NETTY_DAEMON)).isTrue();
    }

    private Duration timeout(String profile) {
        return config.getProfile(profile).getDuration(DefaultDriverOption.REQUEST_TIMEOUT);
    }
}
