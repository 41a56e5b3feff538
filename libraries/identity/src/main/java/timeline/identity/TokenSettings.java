package timeline.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.security.*}: whose access tokens are accepted.
 *
 * @param jwkSetUri where the issuer publishes its public keys; null: the file {@code jwks.json} of the secrets folder
 * @param issuer the only accepted {@code iss}
 * @param audience must be among the token's {@code aud}
 * @param leeway how far clocks may differ
 * @param keysKept how long fetched keys are used before they are asked for again
 * @param keysKeptInOutage the same while the issuer is down: so long after its death tokens are still accepted, and a key that it has
 *     withdrawn meanwhile is still trusted
 * @param keysTimeout for a connection to the issuer, and for its answer; the request whose token is the first waits for both, twice at
 *     most
 * @param open calls that need no token, each as {@code "POST /v1/users"}
 */
@ConfigurationProperties("timeline.security")
public record TokenSettings(@Nullable URI jwkSetUri, @DefaultValue("timeline-dev") String issuer,
        @DefaultValue("timeline-api") String audience, @DefaultValue("60s") Duration leeway,
        @DefaultValue("10m") Duration keysKept, @DefaultValue("24h") Duration keysKeptInOutage,
        @DefaultValue("500ms") Duration keysTimeout, @DefaultValue List<String> open) {
    private static final Pattern CALL = Pattern.compile("[A-Z]+ /\\S*");

    public TokenSettings {
        open = List.copyOf(open);
        SettingRules.under("timeline.security").notBlank("issuer", issuer).notBlank("audience", audience)
                .between("leeway", leeway, Duration.ZERO, Duration.ofMinutes(10))
                .between("keys-kept", keysKept, Duration.ofSeconds(1), Duration.ofHours(24))
                .between("keys-kept-in-outage", keysKeptInOutage, keysKept, Duration.ofDays(7))
                .upTo("keys-timeout", keysTimeout, Duration.ofSeconds(1));
        for (String call : open) {
            SettingRules.under("timeline.security").that(CALL.matcher(call).matches(), "open", '"' + call + '"',
                    "calls as \"POST /v1/users\"");
        }
    }
}
