package timeline.follow.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The options on which promises rest, as pool and driver have them: their own defaults wait for 30 s or for ever. */
class PostgresConnectionsTest {
    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/graph";

    private final PostgresSettings settings = new PostgresSettings(3, Duration.ofMillis(251), Duration.ofSeconds(4),
            Duration.ofSeconds(5), Duration.ofMillis(6), Duration.ofMillis(7), Duration.ofSeconds(8));

    @Test
    void everyWaitOfARequestIsBounded() {
        try (HikariDataSource pool = PostgresConnections.pool(NOWHERE, "ada", "secret", settings)) {
            Properties driver = driver(pool);

            assertThat(pool.getConnectionTimeout()).as("30 s by default").isEqualTo(251);
            assertThat(pool.getValidationTimeout()).as("5 s by default").isEqualTo(250);
            assertThat(driver).containsEntry("connectTimeout", "4").containsEntry("socketTimeout", "5")
                    .containsEntry("tcpKeepAlive", "true");
            assertThat(driver.getProperty("options")).contains("-c statement_timeout=6 ", "-c transaction_timeout=7 ");
        }
    }

    @Test
    void whatWasAnsweredIsOnTheDisk() {
        try (HikariDataSource pool = PostgresConnections.pool(NOWHERE, "ada", "secret", settings)) {
            assertThat(driver(pool).getProperty("options")).as("G1")
                    .endsWith("-c synchronous_commit=on");
            assertThat(pool.isAutoCommit()).isTrue();
        }
    }

    @Test
    void aServiceStartsWithoutItsDatabaseAndSharesFewConnections() {
        try (HikariDataSource pool = PostgresConnections.pool(NOWHERE, "ada", "secret", settings)) {
            assertThat(pool.getInitializationFailTimeout()).as("by default the pool dies").isNegative();
            assertThat(pool.getMaximumPoolSize()).isEqualTo(3);
            assertThat(pool.getKeepaliveTime()).isEqualTo(30_000);
        }
    }

    @Test
    void aMigrationMayTakeLongerButNotForEver() {
        DriverManagerDataSource migrations = (DriverManagerDataSource) PostgresConnections.forMigrations(NOWHERE, "ada",
                "secret", settings);

        assertThat(migrations.getConnectionProperties()).containsEntry("connectTimeout", "4")
                .containsEntry("socketTimeout", "8").doesNotContainKey("options");
    }

    private static Properties driver(HikariDataSource pool) {
        PersistentDataSource persistent = (PersistentDataSource) pool.getDataSource();
        return Objects.requireNonNull(
                ((DriverManagerDataSource) Objects.requireNonNull(persistent.getTargetDataSource()))
                        .getConnectionProperties());
    }
}
