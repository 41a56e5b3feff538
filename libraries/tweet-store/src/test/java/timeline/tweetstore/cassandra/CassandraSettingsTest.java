package timeline.tweetstore.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CassandraSettingsTest {
    @Test
    void namesAreLookedUpWhenConnectingAndNotBefore() {
        CassandraSettings settings = settings(List.of("cassandra:9042", "127.0.0.1:19042", "[::1]:9042"), "timeline");

        assertThat(settings.addresses()).containsExactly(InetSocketAddress.createUnresolved("cassandra", 9042),
                InetSocketAddress.createUnresolved("127.0.0.1", 19042),
                InetSocketAddress.createUnresolved("::1", 9042));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cassandra", "cassandra:", ":9042", "cassandra:99999", "a b:9042", "cassandra:9042x"})
    void refusesAContactPointThatIsNotHostAndPort(String contactPoint) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of(contactPoint), "timeline"))
                .withMessageContaining(contactPoint);
    }

    @Test
    void refusesToHaveNoContactPoint() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of(), "timeline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Timeline", "time-line", "1st", "x; DROP KEYSPACE timeline", "x'"})
    void refusesAKeyspaceThatCouldBeMoreThanAName(String keyspace) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of("cassandra:9042"), keyspace));
    }

    private static CassandraSettings settings(List<String> contactPoints, String keyspace) {
        return new CassandraSettings(contactPoints, "datacenter1", keyspace, 1);
    }
}
