package timeline.client;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import timeline.id.UserId;
import tools.jackson.databind.json.JsonMapper;

/** An access token with what a client needs to know of it. */
record Token(String text, Instant renewal) {
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    static Token issue(TimelineClient client, Clock clock, String username) {
        // Its life begins when it is made, not when it arrives.
        Instant asked = clock.instant();
        Answer issued = client.account("/v1/tokens", username);
        Duration life = Duration.ofSeconds(issued.body().path("expires_in").asLong(0));
        // Of a short life half is left, so that there is something between two renewals.
        Duration early = life.dividedBy(2).compareTo(RENEW_BEFORE) < 0 ? life.dividedBy(2) : RENEW_BEFORE;
        return new Token(issued.body().path("access_token").asString(""), asked.plus(life).minus(early));
    }

    boolean isExpiring(Clock clock) {
        return clock.instant().isAfter(renewal);
    }

    /** Whose token it is: the subject (RFC 7519), read without verification, which is the services' business. */
    UserId user() {
        byte[] claims = Base64.getUrlDecoder().decode(text.split("\\.", -1)[1]);
        return UserId.parse(JSON.readTree(new String(claims, StandardCharsets.UTF_8)).path("sub").asString(""));
    }
}
