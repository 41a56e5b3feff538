package timeline.hometimeline.redis;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.redis.*}: how to reach a Redis Cluster. The defaults of the client wait for a minute and look at the topology never; these make a failover
 * a matter of seconds and a dead node a matter of milliseconds.
 *
 * @param nodes seeds, each {@code host:port}; kept as sources of the topology when all discovered nodes are gone
 * @param readTimeout for one read, and for one script
 * @param pushTimeout for one page of pushes, thousands of commands on each node. On a healthy cluster a page takes milliseconds;
 *     a node that was silent the last time is given a quarter of it.
 * @param connectTimeout for one connection
 * @param refreshPeriod how often the topology is read anyway: a primary that is stuck triggers no refresh
 * @param refreshInterval at most one refresh in this time, however many redirections and reconnections ask for one
 * @param userTimeout TCP_USER_TIMEOUT: a connection whose data stay unacknowledged for so long is dead
 * @param queuedCommands bound of the commands in flight on one connection; beyond it a command fails at once
 * @param username who asks; empty: nobody, to whom our servers answer nothing
 * @param password of that user
 */
@ConfigurationProperties("timeline.redis")
public record RedisSettings(@DefaultValue List<String> nodes, @DefaultValue("150ms") Duration readTimeout,
        @DefaultValue("1s") Duration pushTimeout, @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration refreshPeriod, @DefaultValue("500ms") Duration refreshInterval,
        @DefaultValue("2s") Duration userTimeout, @DefaultValue("65536") int queuedCommands,
        @DefaultValue("") String username, @DefaultValue("") String password) {
    private static final Pattern NODE = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\[\\]:\\s/@]+):([0-9]{1,5})");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** A look may fail, and the next one still comes before the view is too old ({@link ViewAge}). */
    private static final Duration LONGEST_REFRESH_PERIOD = ViewAge.FRESH.dividedBy(2);

    public RedisSettings {
        nodes = List.copyOf(nodes);
        SettingRules rules = SettingRules.under("timeline.redis")
                .that(!nodes.isEmpty(), "nodes", "none", "host:port of one node at least")
                .upTo("read-timeout", readTimeout, MINUTE).upTo("push-timeout", pushTimeout, MINUTE)
                .upTo("connect-timeout", connectTimeout, MINUTE)
                .upTo("refresh-period", refreshPeriod, LONGEST_REFRESH_PERIOD)
                .upTo("refresh-interval", refreshInterval, MINUTE).upTo("user-timeout", userTimeout, MINUTE)
                .between("queued-commands", queuedCommands, 1, 10_000_000);
        for (String node : nodes) {
            Matcher parts = NODE.matcher(node);
            rules.that(parts.matches() && Integer.parseInt(parts.group(2)) <= 65_535, "nodes", '"' + node + '"',
                    "host:port");
        }
    }

    /** With everything else as the defaults have it. */
    public static RedisSettings of(List<String> nodes) {
        return new RedisSettings(nodes, Duration.ofMillis(150), Duration.ofSeconds(1), Duration.ofMillis(500),
                Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(2), 65_536, "", "");
    }

    /** The same, but for a caller who has time: nobody waits for a benchmark's preparations. */
    public RedisSettings withReadTimeout(Duration timeout) {
        return new RedisSettings(nodes, timeout, pushTimeout, connectTimeout, refreshPeriod, refreshInterval,
                userTimeout, queuedCommands, username, password);
    }

    /** The same, asked by a user. */
    public RedisSettings as(String user, String itsPassword) {
        return new RedisSettings(nodes, readTimeout, pushTimeout, connectTimeout, refreshPeriod, refreshInterval,
                userTimeout, queuedCommands, user, itsPassword);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RedisSettings[" + nodes + ", " + username + "]";
    }
}
