package timeline.follow.postgres;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.postgres.*}: how long PostgreSQL is waited for. Where it is and who asks stands at Spring's own keys,
 * {@code spring.datasource.url}, {@code .username} and {@code .password}.
 *
 * @param connections that requests share: as many as PostgreSQL works on at once, not as many as there are requests
 * @param connectionWait how long a request waits for one of them
 * @param connectTimeout until a new connection stands; in whole seconds, as the driver counts
 * @param socketTimeout until a server that says nothing is given up, longer than a statement may take; in whole seconds
 * @param statementTimeout after which PostgreSQL ends a statement
 * @param transactionTimeout after which PostgreSQL ends a transaction
 * @param migrationTimeout for one statement that makes a table; in whole seconds
 */
@ConfigurationProperties("timeline.postgres")
public record PostgresSettings(@DefaultValue("16") int connections, @DefaultValue("700ms") Duration connectionWait,
        @DefaultValue("2s") Duration connectTimeout, @DefaultValue("1s") Duration socketTimeout,
        @DefaultValue("800ms") Duration statementTimeout, @DefaultValue("1200ms") Duration transactionTimeout,
        @DefaultValue("30s") Duration migrationTimeout) {
    /** No answer takes longer (G12). */
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** The pool takes no shorter one. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);

    public PostgresSettings {
        SettingRules rules = SettingRules.under("timeline.postgres").between("connections", connections, 1, 1_000)
                .between("connection-wait", connectionWait, SHORTEST_WAIT, ANSWER)
                .upTo("statement-timeout", statementTimeout, ANSWER)
                .upTo("transaction-timeout", transactionTimeout, ANSWER);
        inWholeSeconds(rules, "connect-timeout", connectTimeout);
        inWholeSeconds(rules, "socket-timeout", socketTimeout);
        inWholeSeconds(rules, "migration-timeout", migrationTimeout);
        rules.that(statementTimeout.compareTo(socketTimeout) < 0, "socket-timeout", SettingRules.text(socketTimeout),
                "longer than statement-timeout (" + SettingRules.text(statementTimeout) + ')');
    }

    /** What is waited for when nobody says otherwise. */
    public static PostgresSettings defaults() {
        return new PostgresSettings(16, Duration.ofMillis(700), Duration.ofSeconds(2), Duration.ofSeconds(1),
                Duration.ofMillis(800), Duration.ofMillis(1200), Duration.ofSeconds(30));
    }

    private static void inWholeSeconds(SettingRules rules, String name, Duration value) {
        rules.between(name, value, SECOND, MINUTE).that(value.toNanosPart() == 0, name, SettingRules.text(value),
                "whole seconds");
    }
}
