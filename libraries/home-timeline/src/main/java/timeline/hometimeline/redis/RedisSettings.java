package timeline.hometimeline.redis;

import java.time.Duration;
import java.util.List;

/**
 * How to reach a Redis Cluster. The defaults of the client wait for a minute and look at the topology never; these make a failover
 * a matter of seconds and a dead node a matter of milliseconds.
 *
 * @param nodes seeds, each {@code host:port}; kept as sources of the topology when all discovered nodes are gone
 * @param readTimeout for one read, and for one script
 * @param pushTimeout for one page of pushes, thousands of commands on each node. On a healthy cluster a page takes milliseconds;
 *     what is given up after this time is repeated as a whole.
 * @param connectTimeout for one connection
 * @param refreshPeriod how often the topology is read anyway: a primary that is stuck triggers no refresh
 * @param refreshInterval at most one refresh in this time, however many redirections and reconnections ask for one
 * @param userTimeout TCP_USER_TIMEOUT: a connection whose data stay unacknowledged for so long is dead
 * @param queuedCommands bound of the commands in flight on one connection; beyond it a command fails at once
 */
public record RedisSettings(List<String> nodes, Duration readTimeout, Duration pushTimeout, Duration connectTimeout,
        Duration refreshPeriod, Duration refreshInterval, Duration userTimeout, int queuedCommands) {
    public RedisSettings {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("no node of the Redis Cluster is given");
        }
    }

    public static RedisSettings of(List<String> nodes) {
        return new RedisSettings(nodes, Duration.ofMillis(150), Duration.ofSeconds(1), Duration.ofMillis(500),
                Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(2), 65_536);
    }

    /** The same, but for a caller who has time: nobody waits for a benchmark's preparations. */
    public RedisSettings withReadTimeout(Duration timeout) {
        return new RedisSettings(nodes, timeout, pushTimeout, connectTimeout, refreshPeriod, refreshInterval,
                userTimeout, queuedCommands);
    }
}
