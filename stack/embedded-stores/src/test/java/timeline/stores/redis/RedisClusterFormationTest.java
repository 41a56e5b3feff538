package timeline.stores.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.stores.StoreFailedException;

class RedisClusterFormationTest {
    private static final RedisLogin LOGIN = new RedisLogin("operator", "password");

    @Test
    void wantsAtLeastThreePrimaries() {
        assertThatThrownBy(() -> new RedisClusterFormation(List.of(1, 2, 3, 4), 2, LOGIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RedisClusterFormation(List.of(1, 2), 3, LOGIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsMissingWhenTimeIsUp() throws IOException {
        int nobodyListens;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodyListens = socket.getLocalPort();
        }
        RedisClusterFormation formation = new RedisClusterFormation(
                List.of(nobodyListens, nobodyListens, nobodyListens), 3, LOGIN);
        assertThatThrownBy(() -> formation.form(Duration.ofMillis(100))).isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("a node does not answer");
    }
}
