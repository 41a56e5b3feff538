package timeline.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers a verified token for a minute, because verifying it costs more than many of the requests that it guards: its signature and
 * claims stay what they were. Its expiry does not, and is looked at each time (G14). A token that was refused is not remembered.
 */
final class VerifiedTokens implements JwtDecoder {
    private final JwtDecoder verifier;
    private final InstantSource clock;
    private final Duration leeway;
    private final Cache<String, Jwt> verified;

    /**
     * @param leeway for how long an expired token is still good, since clocks differ
     * @param most how many are remembered, the latest used
     */
    VerifiedTokens(JwtDecoder verifier, InstantSource clock, Duration leeway, long most) {
        this.verifier = verifier;
        this.clock = clock;
        this.leeway = leeway;
        this.verified = Caffeine.newBuilder().maximumSize(most).expireAfterWrite(Duration.ofMinutes(1)).build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            known = verifier.decode(token);
            verified.put(token, known);
        } else if (expired(known.getExpiresAt())) {
            throw new BadJwtException("expired");
        }
        return known;
    }

    private boolean expired(@Nullable Instant expiry) {
        return expiry == null || clock.instant().isAfter(expiry.plus(leeway));
    }
}
