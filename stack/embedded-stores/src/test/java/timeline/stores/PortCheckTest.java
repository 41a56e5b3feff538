package timeline.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void namesTheHolderOfATakenPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            assertThat(PortCheck.isFree(port)).isFalse();
            assertThatThrownBy(() -> PortCheck.requireFree("kafka", port)).isInstanceOf(StoreFailedException.class)
                    .hasMessageContaining(
                            "port " + port + " of kafka is taken by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("java");
        }
    }

    @Test
    void letsAFreePortPass() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        PortCheck.requireFree("kafka", port);
        assertThat(PortHolder.of(port)).isEmpty();
    }
}
