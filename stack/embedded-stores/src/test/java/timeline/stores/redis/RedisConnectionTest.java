package timeline.stores.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisConnectionTest {
    @Test
    void sendsAnArrayOfStrings() throws Exception {
        assertThat(exchange("+OK\r\n", "SET", "key", "é").request())
                .isEqualTo("*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$2\r\né\r\n");
    }

    @Test
    void readsEveryKindOfAnswerThatIsOneValue() throws Exception {
        assertThat(exchange("+PONG\r\n", "PING").answer()).isEqualTo("PONG");
        assertThat(exchange(":42\r\n", "INCR", "n").answer()).isEqualTo("42");
        assertThat(exchange("$6\r\na\r\nb\r\n\r\n", "GET", "k").answer()).isEqualTo("a\r\nb\r\n");
        assertThat(exchange("$-1\r\n", "GET", "k").answer()).isEmpty();
    }

    @Test
    void failsOnWhatIsNotAnAnswer() {
        assertThatThrownBy(() -> exchange("-LOADING in memory\r\n", "PING")).isInstanceOf(RedisErrorException.class)
                .hasMessage("LOADING in memory");
        assertThatThrownBy(() -> exchange("", "PING")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> exchange("$6\r\nab", "PING")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> exchange("\r\n", "PING")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> exchange("*1\r\n", "PING")).isInstanceOf(IOException.class);
    }

    private record Exchange(String request, String answer) {}

    private static Exchange exchange(String answer, String... command) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RedisConnection connection = RedisConnection.open(server.getLocalPort(), Duration.ofSeconds(10));
            try (Socket accepted = server.accept()) {
                String received = answer(connection, accepted, answer, command);
                byte[] request = accepted.getInputStream().readAllBytes();
                return new Exchange(new String(request, StandardCharsets.UTF_8), received);
            }
        }
    }

    private static String answer(RedisConnection connection, Socket accepted, String answer, String... command)
            throws IOException {
        try (connection) {
            accepted.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            accepted.shutdownOutput();
            return connection.call(command);
        }
    }
}
