package timeline.follow.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections whose every wait is bounded: the defaults of pool and driver wait for 30 s or for ever. A request gets a connection
 * within 700 ms or fails; a statement ends after 800 ms, a transaction after 1.2 s (PostgreSQL sees to both); and when the server does
 * not even say so, the socket gives up after 1 s. So a request is answered in less than 2 s whatever happens to the database (G12).
 */
public final class PostgresConnections {
    private static final long CONNECTION_TIMEOUT_MS = 700;
    private static final long VALIDATION_TIMEOUT_MS = 250;
    private static final long KEEPALIVE_MS = 30_000;
    private static final String CONNECT_TIMEOUT_S = "2";

    /** Longer than a statement may take: only a server that is frozen or gone is cut off. */
    private static final String REQUEST_SOCKET_TIMEOUT_S = "1";

    private static final String MIGRATION_SOCKET_TIMEOUT_S = "30";

    /** An acknowledged follow is on the disk: {@code synchronous_commit}, whatever the server's default. */
    private static final String SESSION = "-c statement_timeout=800 -c transaction_timeout=1200 -c synchronous_commit=on";

    private PostgresConnections() {
    }

    /**
     * The pool for requests. Opens no connection before the first is needed, so that the service starts without its database.
     *
     * @param size how many connections at most
     */
    public static HikariDataSource pool(String url, String user, String password, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("postgres");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        pool.setValidationTimeout(VALIDATION_TIMEOUT_MS);
        pool.setKeepaliveTime(KEEPALIVE_MS);
        pool.addDataSourceProperty("ApplicationName", "follow-service");
        pool.addDataSourceProperty("connectTimeout", CONNECT_TIMEOUT_S);
        pool.addDataSourceProperty("socketTimeout", REQUEST_SOCKET_TIMEOUT_S);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("options", SESSION);
        return new HikariDataSource(pool);
    }

    /** A connection at a time, for statements that may take longer than a request. */
    public static DataSource forMigrations(String url, String user, String password) {
        DriverManagerDataSource single = new DriverManagerDataSource(url, user, password);
        single.setConnectionProperties(bounded());
        return single;
    }

    private static Properties bounded() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_S);
        properties.setProperty("socketTimeout", MIGRATION_SOCKET_TIMEOUT_S);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }
}
