package timeline.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * A user who is signed in; the token is fetched when first needed and renewed before it expires. Every method sends one request and
 * throws {@link NoAnswerException} when there is no answer. Safe for use by many threads: several devices of one user.
 */
public final class Session {
    private final TimelineClient client;
    private final Clock clock;
    private final UserId user;
    private final String username;
    /** Null until first needed. */
    private @Nullable Token token;

    Session(TimelineClient client, Clock clock, UserId user, String username) {
        this.client = client;
        this.clock = clock;
        this.user = user;
        this.username = username;
    }

    static Session signIn(TimelineClient client, Clock clock, String username) {
        Token token = Token.issue(client, clock, username);
        Session session = new Session(client, clock, token.user(), username);
        session.token = token;
        return session;
    }

    public UserId user() {
        return user;
    }

    public String username() {
        return username;
    }

    /** A token that is good for two minutes at least, or for half of its life if that is shorter. */
    public synchronized String token() {
        if (token == null || token.isExpiring(clock)) {
            token = Token.issue(client, clock, username);
        }
        return token.text();
    }

    /**
     * The same user on another device, signed in anew.
     *
     * @throws UnexpectedAnswerException when the system can't now
     */
    public Session onAnotherDevice() {
        return signIn(client, clock, username);
    }

    public Answer post(String text) {
        return client.call("POST", "/v1/tweets", token(), TimelineClient.object().put("text", text));
    }

    /** Posts so that a repetition with the same key is the same tweet. */
    public Answer post(String text, String idempotencyKey) {
        return client.call("POST", "/v1/tweets", token(), TimelineClient.object().put("text", text),
                Map.of("Idempotency-Key", idempotencyKey));
    }

    public Answer delete(TweetId tweet) {
        return client.call("DELETE", "/v1/tweets/" + tweet, token(), null);
    }

    public Answer follow(UserId author) {
        return client.call("POST", "/v1/follow", token(),
                TimelineClient.object().put("target_user_id", author.toString()));
    }

    public Answer unfollow(UserId author) {
        return client.call("DELETE", "/v1/follow/" + author, token(), null);
    }

    /** One page of the home timeline, from the newest on unless a cursor tells. */
    public Answer timeline(int limit, Optional<String> cursor) {
        return get("/v1/timeline", limit, cursor);
    }

    /** One page of an author's own tweets. */
    public Answer userTimeline(UserId author, int limit, Optional<String> cursor) {
        return get("/v1/users/" + author + "/tweets", limit, cursor);
    }

    /** Any other GET. */
    public Answer get(String path) {
        return client.call("GET", path, token(), null);
    }

    private Answer get(String path, int limit, Optional<String> cursor) {
        String query = "?limit=" + limit
                + cursor.map(text -> "&cursor=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).orElse("");
        return get(path + query);
    }
}
