package timeline.tweetstore.cassandra;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.cassandra.*}: where Cassandra is, and how long it is waited for. What the statements' consistency rests on is no
 * setting: see {@link DriverOptions}.
 *
 * @param contactPoints {@code host:port} of at least one node; names are looked up anew at each attempt to connect
 * @param datacenter the one whose nodes are asked
 * @param keyspace lower case letters, digits and underscores: it becomes part of a statement that can't be bound
 * @param replicas how many nodes keep each row, when the keyspace is created
 * @param readTimeout for one read
 * @param writeTimeout for one write
 * @param transactionTimeout for one light-weight transaction, and for the look at what became of it
 * @param schemaTimeout for one statement that makes a table
 * @param connectTimeout for one connection, and for each of the first questions on it
 * @param reconnectWithin Cassandra is found within this time of its return
 * @param heartbeatInterval how long a connection is idle before it is asked whether it lives
 * @param heartbeatTimeout how long it has to answer that
 * @param speculateAfter a read that a replica is slow to answer is asked of another one
 */
@ConfigurationProperties("timeline.cassandra")
public record CassandraSettings(@DefaultValue("127.0.0.1:19042") List<String> contactPoints,
        @DefaultValue("datacenter1") String datacenter, @DefaultValue("timeline") String keyspace,
        @DefaultValue("1") int replicas, @DefaultValue("400ms") Duration readTimeout,
        @DefaultValue("700ms") Duration writeTimeout, @DefaultValue("500ms") Duration transactionTimeout,
        @DefaultValue("20s") Duration schemaTimeout, @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration reconnectWithin, @DefaultValue("5s") Duration heartbeatInterval,
        @DefaultValue("1s") Duration heartbeatTimeout, @DefaultValue("100ms") Duration speculateAfter) {
    private static final Pattern KEYSPACE = Pattern.compile("[a-z][a-z0-9_]{0,47}");
    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^\\[\\]\\s]+?)]?:([0-9]{1,5})");
    /** Nobody waits longer than the 2 s of an answer (G12). */
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ConstructorBinding
    public CassandraSettings {
        contactPoints = List.copyOf(contactPoints);
        SettingRules rules = SettingRules.under("timeline.cassandra")
                .that(!contactPoints.isEmpty(), "contact-points", "none", "host:port of one node at least")
                .notBlank("datacenter", datacenter)
                .that(KEYSPACE.matcher(keyspace).matches(), "keyspace", '"' + keyspace + '"', "as " + KEYSPACE)
                .between("replicas", replicas, 1, 99).upTo("read-timeout", readTimeout, ANSWER)
                .upTo("write-timeout", writeTimeout, ANSWER).upTo("transaction-timeout", transactionTimeout, ANSWER)
                .upTo("schema-timeout", schemaTimeout, MINUTE).upTo("connect-timeout", connectTimeout, MINUTE)
                .between("reconnect-within", reconnectWithin, DriverOptions.FIRST_RECONNECTION, MINUTE)
                .upTo("heartbeat-interval", heartbeatInterval, MINUTE)
                .upTo("heartbeat-timeout", heartbeatTimeout, MINUTE).upTo("speculate-after", speculateAfter, ANSWER);
        for (String contactPoint : contactPoints) {
            Matcher parts = HOST_AND_PORT.matcher(contactPoint);
            rules.that(parts.matches() && Integer.parseInt(parts.group(2)) <= 65_535, "contact-points",
                    '"' + contactPoint + '"', "host:port");
        }
    }

    /** With the time-outs that are the defaults. */
    public CassandraSettings(List<String> contactPoints, String datacenter, String keyspace, int replicas) {
        this(contactPoints, datacenter, keyspace, replicas, Duration.ofMillis(400), Duration.ofMillis(700),
                Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(5),
                Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(100));
    }

    List<InetSocketAddress> addresses() {
        return contactPoints.stream().map(HOST_AND_PORT::matcher).filter(Matcher::matches)
                .map(parts -> InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2))))
                .toList();
    }
}
