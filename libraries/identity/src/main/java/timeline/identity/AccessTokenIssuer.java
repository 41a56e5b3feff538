package timeline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import timeline.identity.Secrets;
import timeline.id.UserId;

/** The development issuer's pen: signs users' access tokens (RS256). Only the service that owns the users has the key. */
public final class AccessTokenIssuer {
    private final RSAKey key;
    private final RSASSASigner signer;
    private final TokenSettings settings;
    private final Duration life;
    private final InstantSource clock;

    /** @param life from issue to expiry of a token */
    public AccessTokenIssuer(Secrets secrets, TokenSettings settings, Duration life, InstantSource clock) {
        try {
            this.key = RSAKey.parse(secrets.text(Secrets.ISSUER_KEY));
            this.signer = new RSASSASigner(key);
        } catch (ParseException | JOSEException damaged) {
            throw new IllegalStateException("not an RSA key: " + secrets.path(Secrets.ISSUER_KEY), damaged);
        }
        this.settings = settings;
        this.life = life;
        this.clock = clock;
    }

    /** From issue to expiry: {@code expires_in}. */
    public Duration life() {
        return life;
    }

    public String issue(UserId user, String username) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(settings.issuer()).audience(settings.audience())
                .subject(user.toString()).claim("preferred_username", username).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life))).build();
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has SHA256withRSA", impossible);
        }
        return jwt.serialize();
    }
}
