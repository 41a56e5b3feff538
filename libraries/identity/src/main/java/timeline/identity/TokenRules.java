package timeline.identity;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import timeline.id.UserId;

/** What must hold of a token besides its signature. */
public final class TokenRules {
    private TokenRules() {
    }

    public static OAuth2TokenValidator<Jwt> user(TokenSettings settings) {
        return all(settings.leeway(), settings.audience(),
                jwt -> settings.issuer().equals(jwt.getClaimAsString("iss")) && isUser(jwt));
    }

    /**
     * A service's token for this service: of the caller whose key signed it, for nobody else's ears, and short-lived, so that one
     * that leaks into a log is of no use.
     */
    static OAuth2TokenValidator<Jwt> internal(String service, Duration leeway) {
        return all(leeway, service, jwt -> audience(jwt).size() == 1 && jwt.getSubject() != null
                && jwt.getSubject().equals(jwt.getHeaders().get("kid"))
                && jwt.getSubject().equals(jwt.getClaimAsString("iss")) && jwt.getIssuedAt() != null
                && Duration.between(jwt.getIssuedAt(), jwt.getExpiresAt()).compareTo(InternalToken.LIFE) <= 0);
    }

    private static OAuth2TokenValidator<Jwt> all(Duration leeway, String audience, Predicate<Jwt> rule) {
        return new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(leeway),
                require(jwt -> jwt.getExpiresAt() != null), require(jwt -> audience(jwt).contains(audience)),
                require(rule));
    }

    private static OAuth2TokenValidator<Jwt> require(Predicate<Jwt> rule) {
        OAuth2Error refusal = new OAuth2Error("invalid_token", "A claim is missing or not acceptable", null);
        return jwt -> rule.test(jwt)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(refusal);
    }

    private static List<String> audience(Jwt jwt) {
        List<String> audience = jwt.getAudience();
        return audience == null ? List.of() : audience;
    }

    private static boolean isUser(Jwt jwt) {
        try {
            UserId.parse(String.valueOf(jwt.getSubject()));
            return jwt.getClaim("preferred_username") instanceof String username && !username.isBlank();
        } catch (IllegalArgumentException notAUser) {
            return false;
        }
    }
}
