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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A service's proof of who it is, for calls to {@code /internal/**} of another: a JWT that names its caller and is good for one
 * service only, signed with the key that these two share and nobody else has, valid for a minute. It says nothing about any user.
 */
public final class InternalToken {
    static final Duration LIFE = Duration.ofSeconds(60);

    /** Renewed at half of its life, so that it is valid when it arrives. */
    private static final Duration RENEWAL = LIFE.dividedBy(2);

    private final Secrets secrets;
    private final String caller;
    private final InstantSource clock;
    private final Map<String, Minted> minted = new ConcurrentHashMap<>();

    /**
     * @param secrets with a key for every service that is called
     * @param caller the calling service's name, the token's {@code iss} and {@code sub}
     */
    public InternalToken(Secrets secrets, String caller, InstantSource clock) {
        this.secrets = secrets;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A token for one service, valid for at least 30 s more.
     *
     * @param service the called service's name, the token's {@code aud}
     * @throws IllegalStateException when the caller has no key for calls to it
     */
    public String to(String service) {
        Minted last = minted.get(service);
        if (last != null && clock.instant().isBefore(last.renewal())) {
            return last.token();
        }
        Minted next = mint(service, clock.instant());
        minted.put(service, next);
        return next.token();
    }

    private Minted mint(String service, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(caller).subject(caller).audience(service)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).build();
        // The key's id tells the called service which of its callers' keys to verify with.
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(caller).build(), claims);
        try {
            JWSSigner signer = new MACSigner(secrets.key(Secrets.callKey(caller, service)));
            jwt.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
        return new Minted(jwt.serialize(), now.plus(RENEWAL));
    }

    private record Minted(String token, Instant renewal) {}
}
