package timeline.client;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import timeline.id.UserId;
import tools.jackson.databind.json.JsonMapper;

/** An access token with what a client needs to know of it. */
record Token(String text, Instant expires) {
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    static Token issue(TimelineClient client, Clock clock, String username) {
        Instant now = clock.instant();
        Answer issued = client.account("/v1/tokens", username);
        return new Token(issued.body().path("access_token").asString(""),
                now.plusSeconds(issued.body().path("expires_in").asLong(0)));
    }

    boolean isExpiring(Clock clock) {
        return clock.instant().isAfter(expires.minus(RENEW_BEFORE));
    }

    /** Whose token it is: the subject (RFC 7519), read without verification, which is the services' business. */
    UserId user() {
        byte[] claims = Base64.getUrlDecoder().decode(text.split("\\.", -1)[1]);
        return UserId.parse(JSON.readTree(new String(claims, StandardCharsets.UTF_8)).path("sub").asString(""));
    }
}
