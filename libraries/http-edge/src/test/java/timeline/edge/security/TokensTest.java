package timeline.edge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.edge.sample.ProblemAssertions.assertProblem;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.identity.InternalToken;
import timeline.identity.Secrets;
import org.jspecify.annotations.Nullable;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;
import timeline.edge.sample.Wire.Answer;

/** G14: a session can't be forged, and a token for one door opens no other. */
class TokensTest {
    private static RunningSample sample;
    private static RSAKey issuer;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sample = new RunningSample(folder);
        issuer = RSAKey.parse(sample.secrets.text(Secrets.ISSUER_KEY));
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void knowsTheUserOfAToken() throws Exception {
        assertThat(call("/v1/notes", signed(claims -> claims)).status()).isEqualTo(200);
        assertThat(call("/v1/notes", sample.userToken()).status()).isEqualTo(200);
    }

    @Test
    void asksForATokenWhereThereIsNone() throws IOException {
        for (String authorization : new String[]{"", "Authorization: Basic YTpi\r\n", "Authorization: \r\n"}) {
            Answer answer = callWith("/v1/notes", authorization);
            assertProblem(answer, 401, "unauthorized");
            assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
        }
        assertRefused("/v1/notes", "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n");
        assertProblem(callWith("/v1/notes?access_token=" + sample.userToken(), ""), 401, "unauthorized");
    }

    @Test
    void refusesTokensOfAnotherTimeIssuerOrAudience() throws Exception {
        refuses(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(61))));
        refuses(claims -> claims.expirationTime(null));
        refuses(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120))));
        refuses(claims -> claims.issuer("somebody"));
        refuses(claims -> claims.issuer(null));
        refuses(claims -> claims.audience("another-api"));
        refuses(claims -> claims.audience((String) null));
        assertThat(call("/v1/notes", signed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(30)))))
                .status()).as("within the leeway").isEqualTo(200);
    }

    @Test
    void refusesTokensOfNobody() throws Exception {
        refuses(claims -> claims.subject(null));
        refuses(claims -> claims.subject("ada"));
        refuses(claims -> claims.subject("-1"));
        refuses(claims -> claims.claim("preferred_username", null));
        refuses(claims -> claims.claim("preferred_username", 7));
    }

    @Test
    void refusesTokensThatTheIssuerDidNotSign() throws Exception {
        assertRefusedToken(new PlainJWT(claims(claims -> claims)).serialize());
        RSAKey stranger = new RSAKeyGenerator(2048).keyID(issuer.getKeyID()).generate();
        assertRefusedToken(sign(JWSAlgorithm.RS256, issuer.getKeyID(), new RSASSASigner(stranger)));
        assertRefusedToken(sign(JWSAlgorithm.RS512, issuer.getKeyID(), new RSASSASigner(issuer)));
        assertRefusedToken(
                sign(JWSAlgorithm.HS256, issuer.getKeyID(), new MACSigner(issuer.toRSAPublicKey().getEncoded())));
        assertRefusedToken(sign(JWSAlgorithm.HS256, issuer.getKeyID(),
                new MACSigner(issuer.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))));
        String genuine = signed(claims -> claims);
        assertRefusedToken(genuine.substring(0, genuine.length() - 4) + "AAAA");
        assertRefusedToken("nonsense");
        assertRefusedToken("a.b.c");
        assertRefusedToken("x".repeat(4000));
    }

    @Test
    void refusesAnyNumberOfUnknownKeysWithoutAskingForThemEachTime() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).generate();
        for (int i = 0; i < 20; i++) {
            assertRefusedToken(sign(JWSAlgorithm.RS256, "unknown-" + i, new RSASSASigner(stranger)));
        }
    }

    @Test
    void opensInternalPathsToServicesOnly() throws Exception {
        assertThat(call("/internal/v1/notes", sample.internalToken()).status()).isEqualTo(200);
        assertRefused("/internal/v1/notes", "Authorization: Bearer " + sample.userToken() + "\r\n");
        assertProblem(callWith("/internal/v1/notes", ""), 401, "unauthorized");
        assertRefusedToken(sample.internalToken());
    }

    @Test
    void refusesTokensThatAServiceMintedForAnother() throws Exception {
        var other = new InternalToken(sample.secrets, "other-service", Clock.systemUTC());
        assertInternal(200, other.to("sample"));
        assertRefused("/internal/v1/notes", "Authorization: Bearer " + other.to("third-service") + "\r\n");
        // A caller with the right key, too, must say whom it means.
        assertInternal(200, internal("other-service", claims -> claims));
        assertInternal(401, internal("other-service", claims -> claims.audience("third-service")));
        assertInternal(401, internal("other-service", claims -> claims.audience(List.of("sample", "third-service"))));
        assertInternal(401, internal("other-service", claims -> claims.audience((String) null)));
    }

    @Test
    void refusesTokensThatNameAnotherCallerThanTheirKeys() throws Exception {
        assertInternal(401, internal("other-service", claims -> claims.subject("third-service")));
        assertInternal(401, internal("other-service", claims -> claims.issuer("third-service")));
        assertInternal(401, internal("other-service", claims -> claims.subject(null)));
        assertInternal(401, internal("third-service", claims -> claims));
        assertInternal(401, internal(null, claims -> claims));
    }

    @Test
    void refusesInternalTokensThatLiveTooLong() throws Exception {
        assertInternal(401, internal("other-service",
                claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(3600)))));
        assertInternal(401, internal("other-service", claims -> claims.issueTime(null)));
        assertInternal(401, internal("other-service",
                claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(150)))
                        .expirationTime(Date.from(Instant.now().minusSeconds(100)))));
    }

    @Test
    void believesNoHeaderAboutTheCaller() throws IOException {
        assertProblem(callWith("/v1/notes", "X-User-Id: 1\r\nX-Forwarded-User: 1\r\nX-Internal-Token: x\r\n"), 401,
                "unauthorized");
    }

    private void refuses(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        assertRefusedToken(signed(change));
    }

    private static void assertRefusedToken(String token) throws IOException {
        assertRefused("/v1/notes", "Authorization: Bearer " + token + "\r\n");
    }

    private static void assertRefused(String path, String headers) throws IOException {
        Answer answer = callWith(path, headers);
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(issuer.getKeyID()).build(),
                claims(change));
        jwt.sign(new RSASSASigner(issuer));
        return jwt.serialize();
    }

    private static String sign(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims(claims -> claims));
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        return change.apply(new JWTClaimsSet.Builder().issuer("timeline-dev").audience("timeline-api").subject("42")
                .claim("preferred_username", "ada").issueTime(Date.from(now.minusSeconds(120)))
                .expirationTime(Date.from(now.plusSeconds(60)))).build();
    }

    /** A token by the key that the sample shares with {@code other-service}, with another claim or key id. */
    private static String internal(@Nullable String keyId, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        JWTClaimsSet claims = change.apply(new JWTClaimsSet.Builder().issuer("other-service").subject("other-service")
                .audience("sample").issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(30)))).build();
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keyId).build(), claims);
        jwt.sign(new MACSigner(sample.secrets.key(Secrets.callKey("other-service", "sample"))));
        return jwt.serialize();
    }

    private static void assertInternal(int status, String token) throws IOException {
        assertThat(call("/internal/v1/notes", token).status()).isEqualTo(status);
    }

    private static Answer call(String path, String token) throws IOException {
        return callWith(path, "Authorization: Bearer " + token + "\r\n");
    }

    private static Answer callWith(String path, String headers) throws IOException {
        try (Wire wire = new Wire(sample.port())) {
            return wire.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n").answer();
        }
    }
}
