package timeline.system.input;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import timeline.identity.Secrets;

/** Access tokens that must open nothing: each differs from a genuine one in one thing. */
final class Tokens {
    private final Map<String, String> bad = new LinkedHashMap<>();

    /**
     * @param genuine a token that is good
     * @param internal a token of the services among each other
     */
    Tokens(Secrets secrets, String genuine, String internal) {
        try {
            RSAKey key = RSAKey.parse(secrets.text(Secrets.ISSUER_KEY));
            RSAKey other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
            JWTClaimsSet claims = SignedJWT.parse(genuine).getJWTClaimsSet();
            claim("expired", key, but(claims).expirationTime(Date.from(Instant.now().minusSeconds(3600))));
            claim("without an expiry", key, but(claims).expirationTime(null));
            claim("not good yet", key, but(claims).notBeforeTime(Date.from(Instant.now().plusSeconds(3600))));
            claim("for another audience", key, but(claims).audience("somebody-else"));
            claim("without an audience", key, but(claims).audience((String) null));
            claim("of another issuer", key, but(claims).issuer("somebody-else"));
            claim("without a subject", key, but(claims).subject(null));
            claim("whose subject is no id", key, but(claims).subject("00123"));
            claim("without a name", key, but(claims).claim("preferred_username", null));
            claim("signed with another key", other, but(claims));
            claim("of an unknown key", new RSAKey.Builder(other).keyID("unknown").build(), but(claims));
            bad.put("without a signature", new PlainJWT(claims).serialize());
            bad.put("signed with the public key as a secret", sign(claims, JWSAlgorithm.HS256, key.getKeyID(),
                    new MACSigner(secrets.text(Secrets.PUBLIC_KEYS))));
            bad.put("of the services among each other", internal);
            bad.put("no token", "not.a.token");
            bad.put("cut off", genuine.substring(0, genuine.length() - 10));
            bad.put("with a changed subject", changed(genuine));
        } catch (ParseException | JOSEException impossible) {
            throw new IllegalStateException("a genuine token could not be varied", impossible);
        }
    }

    private static JWTClaimsSet.Builder but(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private void claim(String name, RSAKey key, JWTClaimsSet.Builder claims) throws JOSEException {
        bad.put(name, sign(claims.build(), JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key)));
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String key, JWSSigner signer)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** The genuine signature under another's claims. */
    private static String changed(String genuine) throws ParseException {
        SignedJWT jwt = SignedJWT.parse(genuine);
        JWTClaimsSet claims = but(jwt.getJWTClaimsSet()).subject("1").build();
        return jwt.getHeader().toBase64URL() + "." + new PlainJWT(claims).getPayload().toBase64URL() + "."
                + jwt.getSignature();
    }

    /** By what is wrong with each. */
    Map<String, String> bad() {
        return bad;
    }

    List<String> all() {
        return List.copyOf(bad.values());
    }
}
