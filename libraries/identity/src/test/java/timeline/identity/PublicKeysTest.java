package timeline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicKeysTest {
    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

    @Test
    void anIssuerThatDoesNotAnswerIsWaitedForAsLongAsIsSet() throws IOException {
        // Connections stand, as soon as they are in the backlog; nobody accepts them, and nobody answers.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PublicKeys keys = new PublicKeys(
                    URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/jwks.json"),
                    new TokenSettings(null, "i", "a", Duration.ZERO, Duration.ofMinutes(10), Duration.ofHours(24),
                            Duration.ofMillis(20), List.of()));
            long began = System.nanoTime();

            assertThatThrownBy(() -> keys.get(ANY, null)).isInstanceOf(KeySourceException.class);

            // It is asked twice. With the default of 500 ms this takes a second.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(900));
        }
    }
}
