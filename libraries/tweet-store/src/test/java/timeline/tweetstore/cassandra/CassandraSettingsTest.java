package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class CassandraSettingsTest {
    private final SettingsContract<CassandraSettings> contract = SettingsContract.of(CassandraSettings.class);

    @Test
    void withoutSettingsTheLocalStackIsMeant() {
        contract.hasDefaults(new CassandraSettings(List.of("127.0.0.1:19042"), "datacenter1", "timeline", 1,
                Duration.ofMillis(400), Duration.ofMillis(700), Duration.ofMillis(500), Duration.ofSeconds(20),
                Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1),
                Duration.ofMillis(100)));
    }

    @Test
    void isTheSameWithoutSpring() {
        contract.hasDefaults(new CassandraSettings(List.of("127.0.0.1:19042"), "datacenter1", "timeline", 1));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.ofEntries(Map.entry("contact-points", "a:1,b:2"), Map.entry("datacenter", "west"),
                        Map.entry("keyspace", "other"), Map.entry("replicas", "3"), Map.entry("read-timeout", "1ms"),
                        Map.entry("write-timeout", "2ms"), Map.entry("transaction-timeout", "3ms"),
                        Map.entry("schema-timeout", "4ms"), Map.entry("connect-timeout", "5ms"),
                        Map.entry("reconnect-within", "1s"), Map.entry("heartbeat-interval", "7ms"),
                        Map.entry("heartbeat-timeout", "8ms"), Map.entry("speculate-after", "9ms")),
                new CassandraSettings(List.of("a:1", "b:2"), "west", "other", 3, Duration.ofMillis(1),
                        Duration.ofMillis(2), Duration.ofMillis(3), Duration.ofMillis(4), Duration.ofMillis(5),
                        Duration.ofSeconds(1), Duration.ofMillis(7), Duration.ofMillis(8), Duration.ofMillis(9)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("replicas", "0", "-1", "100", "x").refuses("datacenter", " ")
                .refuses("read-timeout", "0s", "2001ms")
                .refuses("write-timeout", "0s", "2001ms").refuses("transaction-timeout", "0s", "2001ms")
                .refuses("schema-timeout", "0s", "61s").refuses("connect-timeout", "0s", "61s")
                .refuses("reconnect-within", "249ms", "61s").refuses("heartbeat-interval", "0s", "61s")
                .refuses("heartbeat-timeout", "0s", "61s").refuses("speculate-after", "0s", "2001ms");
    }

    @Test
    void refusesAContactPointThatIsNotHostAndPort() {
        contract.refuses("contact-points", "cassandra", "cassandra:", ":9042", "cassandra:99999", "a b:9042",
                "cassandra:9042x").refuses(Map.of("contact-points", ""), "contact-points", "none");
    }

    @Test
    void refusesAKeyspaceThatCouldBeMoreThanAName() {
        contract.refuses("keyspace", "", "Timeline", "time-line", "1st", "x; DROP KEYSPACE timeline", "x'");
    }

    @Test
    void namesAreLookedUpWhenConnectingAndNotBefore() {
        CassandraSettings settings = new CassandraSettings(List.of("cassandra:9042", "127.0.0.1:19042", "[::1]:9042"),
                "datacenter1", "timeline", 1);

        assertThat(settings.addresses()).containsExactly(InetSocketAddress.createUnresolved("cassandra", 9042),
                InetSocketAddress.createUnresolved("127.0.0.1", 19042),
                InetSocketAddress.createUnresolved("::1", 9042));
    }
}
