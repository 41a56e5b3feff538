package timeline.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies the tokens of services that call this one: signed with the key that this service shares with the caller whom the token
 * names, meant for this service and for no other, and short-lived. A service that shares a key with nobody believes nobody.
 */
public final class InternalTokens implements JwtDecoder {
    /** A caller sends the same one for half a minute: a few for each instance of each. */
    private static final long REMEMBERED = 1_000;

    private final VerifiedTokens tokens;

    /** @param service this service's name, the only accepted {@code aud} */
    public InternalTokens(Secrets secrets, String service, Duration leeway, InstantSource clock) {
        List<JWK> keys = secrets.callersOf(service).stream()
                .<JWK>map(caller -> new OctetSequenceKey.Builder(secrets.key(Secrets.callKey(caller, service)))
                        .keyID(caller).algorithm(JWSAlgorithm.HS256).build())
                .toList();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableJWKSet<>(new JWKSet(keys))));
        // A token that does not say when it was issued could live for ever: Spring would take that for a second before its expiry.
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(null, Set.of("iss", "sub", "aud", "iat", "exp"));
        claims.setMaxClockSkew(Math.toIntExact(leeway.toSeconds()));
        processor.setJWTClaimsSetVerifier(claims);
        NimbusJwtDecoder verifier = new NimbusJwtDecoder(processor);
        verifier.setJwtValidator(TokenRules.internal(service, leeway));
        this.tokens = new VerifiedTokens(verifier, clock, leeway, REMEMBERED);
    }

    @Override
    public Jwt decode(String token) {
        return tokens.decode(token);
    }
}
