package timeline.follow.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code spring.datasource.*}: where the social graph is.
 *
 * @param url JDBC's
 * @param poolConnections how many connections requests share: as many as PostgreSQL works on at once, not as many as there are requests
 */
@ConfigurationProperties("spring.datasource")
record PostgresSettings(String url, @DefaultValue("timeline") String username, @DefaultValue("") String password,
        @DefaultValue("16") int poolConnections) {
    PostgresSettings {
        if (!url.startsWith("jdbc:postgresql:") || poolConnections < 1) {
            throw new IllegalArgumentException(
                    "spring.datasource needs the URL of a PostgreSQL and at least one connection");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgresSettings[" + url + ", " + username + ", " + poolConnections + "]";
    }
}
