package timeline.identity;

import java.time.InstantSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies users' access tokens: RS256 or ES256 by a key of the issuer, our issuer and audience, not expired, and a subject that
 * is a user id.
 */
public final class AccessTokens implements JwtDecoder {
    private static final long REMEMBERED = 20_000;

    private final VerifiedTokens tokens;

    public AccessTokens(PublicKeys keys, TokenSettings settings, InstantSource clock) {
        NimbusJwtDecoder verifier = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithms(allowed -> {
            allowed.clear();
            allowed.add(SignatureAlgorithm.RS256);
            allowed.add(SignatureAlgorithm.ES256);
        }).build();
        verifier.setJwtValidator(TokenRules.user(settings));
        this.tokens = new VerifiedTokens(verifier, clock, settings.leeway(), REMEMBERED);
    }

    @Override
    public Jwt decode(String token) {
        return tokens.decode(token);
    }
}
