package timeline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/**
 * A service's proof of who it is, for calls to {@code /internal/**} of another: a JWT signed with the secret that all services
 * share, valid for a minute. It says nothing about any user.
 */
public final class InternalToken {
    static final String AUDIENCE = "timeline-internal";
    static final Duration LIFE = Duration.ofSeconds(60);

    /** Renewed at half of its life, so that it is valid when it arrives. */
    private static final Duration RENEWAL = LIFE.dividedBy(2);

    private final JWSSigner signer;
    private final String service;
    private final InstantSource clock;
    private volatile Minted minted = new Minted("", Instant.MIN);

    /** @param service the name of the calling service, the token's {@code sub} */
    public InternalToken(byte[] key, String service, InstantSource clock) {
        try {
            this.signer = new MACSigner(key);
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("the internal key needs at least 32 bytes", tooShort);
        }
        this.service = service;
        this.clock = clock;
    }

    /** A token that is valid for at least 30 s more. */
    public String current() {
        Minted last = minted;
        if (clock.instant().isBefore(last.renewal())) {
            return last.token();
        }
        Minted next = mint(clock.instant());
        minted = next;
        return next.token();
    }

    private Minted mint(Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().subject(service).audience(AUDIENCE).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE))).build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
        return new Minted(jwt.serialize(), now.plus(RENEWAL));
    }

    private record Minted(String token, Instant renewal) {}
}
