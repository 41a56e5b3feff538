package timeline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** G14: what is remembered of a token is that it was genuine, never that it is still good. */
class VerifiedTokensTest {
    private static final Instant EXPIRY = Instant.parse("2026-04-01T12:00:00Z");
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private final List<String> verified = new ArrayList<>();
    private Instant now = EXPIRY.minusSeconds(30);
    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, () -> now, LEEWAY, 100);

    @Test
    void verifiesATokenOnce() {
        Jwt first = tokens.decode("genuine");
        assertThat(tokens.decode("genuine")).isSameAs(first);
        assertThat(verified).containsExactly("genuine");
    }

    @Test
    void takesNoTokenForAnother() {
        tokens.decode("genuine");
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(verified).containsExactly("genuine", "forged");
    }

    @Test
    void refusesAGenuineTokenOnceItHasExpired() {
        tokens.decode("genuine");
        now = EXPIRY.plus(LEEWAY);
        tokens.decode("genuine");
        now = EXPIRY.plus(LEEWAY).plusNanos(1);
        assertThatThrownBy(() -> tokens.decode("genuine")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void remembersNoRefusal() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verified).containsExactly("forged", "forged");
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (!token.equals("genuine")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token).header("alg", "HS256").expiresAt(EXPIRY).build();
    }
}
