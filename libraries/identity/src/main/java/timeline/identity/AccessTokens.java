package timeline.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies users' access tokens: RS256 or ES256 by a key of the issuer, our issuer and audience, not expired, and a subject that
 * is a user id. A verified token is remembered for a minute, because verifying a signature costs more than many of the requests
 * that it guards; its expiry is looked at each time.
 */
public final class AccessTokens implements JwtDecoder {
    private static final long REMEMBERED_TOKENS = 20_000;

    private final NimbusJwtDecoder verifier;
    private final InstantSource clock;
    private final Duration leeway;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder().maximumSize(REMEMBERED_TOKENS)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    public AccessTokens(PublicKeys keys, TokenSettings settings, InstantSource clock) {
        this.clock = clock;
        this.leeway = settings.leeway();
        this.verifier = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithms(allowed -> {
            allowed.clear();
            allowed.add(SignatureAlgorithm.RS256);
            allowed.add(SignatureAlgorithm.ES256);
        }).build();
        verifier.setJwtValidator(TokenRules.user(settings));
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
