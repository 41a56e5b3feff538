package timeline.follow.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections whose every wait is bounded: the defaults of pool and driver wait for 30 s or for ever. A request waits for a connection
 * and for its statements and no longer, PostgreSQL sees to both; and when the server does not even say so, the socket gives up. So a
 * request is answered in less than 2 s whatever happens to the database (G12).
 */
public final class PostgresConnections {
    private static final Duration KEEPALIVE = Duration.ofSeconds(30);
    /** The least that the pool takes. */
    private static final Duration VALIDATION = Duration.ofMillis(250);

    private PostgresConnections() {
    }

    /** The pool for requests. Opens no connection before the first is needed, so that the service starts without its database. */
    public static HikariDataSource pool(String url, String user, String password, PostgresSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("postgres");
        pool.setMaximumPoolSize(settings.connections());
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(settings.connectionWait().toMillis());
        pool.setValidationTimeout(VALIDATION.toMillis());
        pool.setKeepaliveTime(KEEPALIVE.toMillis());
        Properties driver = bounded(settings, settings.socketTimeout());
        driver.setProperty("ApplicationName", "follow-service");
        // An acknowledged follow is on the disk (G1), whatever the server's default is.
        driver.setProperty("options", "-c statement_timeout=" + settings.statementTimeout().toMillis()
                + " -c transaction_timeout=" + settings.transactionTimeout().toMillis() + " -c synchronous_commit=on");
        pool.setDataSource(new PersistentDataSource(driven(url, user, password, driver), Thread::sleep));
        return new HikariDataSource(pool);
    }

    /** A connection at a time, for statements that may take longer than a request. */
    public static DataSource forMigrations(String url, String user, String password, PostgresSettings settings) {
        return driven(url, user, password, bounded(settings, settings.migrationTimeout()));
    }

    private static DataSource driven(String url, String user, String password, Properties driver) {
        DriverManagerDataSource single = new DriverManagerDataSource(url, user, password);
        single.setConnectionProperties(driver);
        return single;
    }

    private static Properties bounded(PostgresSettings settings, Duration socketTimeout) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", Long.toString(settings.connectTimeout().toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(socketTimeout.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }
}
