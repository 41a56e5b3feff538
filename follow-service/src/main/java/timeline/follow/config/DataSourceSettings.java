package timeline.follow.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code spring.datasource.*}: where the social graph is, and who asks.
 *
 * @param url JDBC's
 */
@ConfigurationProperties("spring.datasource")
record DataSourceSettings(@DefaultValue("") String url, @DefaultValue("timeline") String username,
        @DefaultValue("") String password) {
    DataSourceSettings {
        SettingRules.under("spring.datasource").that(url.startsWith("jdbc:postgresql:"), "url", '"' + url + '"',
                "JDBC's URL of a PostgreSQL").notBlank("username", username);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DataSourceSettings[" + url + ", " + username + "]";
    }
}
