package timeline.gateway.warmup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import timeline.gateway.warmup.OwnPort.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls that go through the whole chain: what users do most, by two users who are there for nothing else, the same ones by which a
 * start is proved. Where they can not sign in, since another issuer makes the tokens or a service is away, calls without a token must do.
 */
final class Chain {
    private static final String READER = "first_reader";
    private static final String AUTHOR = "first_author";
    /** A page of the reader's timeline. */
    private static final int TWEETS = 20;
    private static final int TRIES = 60;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OwnPort port;

    Chain(OwnPort port) {
        this.port = port;
    }

    /**
     * Sees to it that there is something to read.
     *
     * @return the calls to make again and again
     */
    List<Call> prepare() throws InterruptedException {
        String reader = signIn(READER);
        String author = signIn(AUTHOR);
        if (reader.isEmpty() || author.isEmpty()) {
            return List.of(Call.get("/v1/timeline"));
        }
        String authorId = subject(author);
        Call follow = Call.post("/v1/follow", Map.of("target_user_id", authorId)).as(reader);
        port.send(follow);
        Call tweets = Call.get("/v1/users/" + authorId + "/tweets?limit=" + TWEETS).as(reader);
        int there = port.send(tweets).path("tweets").size();
        for (int i = 0; i < TRIES && there < TWEETS; i++) {
            Call post = Call.post("/v1/tweets", Map.of("text", "Good morning, number " + there + "!")).as(author)
                    .with("Idempotency-Key", "good-morning-" + there);
            if (port.send(post).has("tweet_id")) {
                there++;
            } else {
                // A service that has just started serves before all of its stores answer.
                Thread.sleep(BETWEEN_TRIES);
            }
        }
        Call timeline = Call.get("/v1/timeline?limit=" + TWEETS).as(reader);
        JsonNode newest = port.send(tweets).path("tweets").path(0).path("tweet_id");
        // Refused, but only where it would have been stored.
        Call blank = Call.post("/v1/tweets", Map.of("text", " ")).as(author);
        return List.of(timeline, timeline, timeline, timeline, tweets, follow, blank,
                Call.get("/v1/tweets/" + newest.asString("0")).as(reader), Call.get("/v1/users/" + authorId).as(reader),
                Call.get("/v1/users/" + authorId + "/followers").as(reader));
    }

    private String signIn(String username) throws InterruptedException {
        Call tokens = Call.post("/v1/tokens", Map.of("username", username));
        String token = port.send(tokens).path("access_token").asString("");
        if (!token.isEmpty()) {
            return token;
        }
        port.send(Call.post("/v1/users", Map.of("username", username)));
        return port.send(tokens).path("access_token").asString("");
    }

    /** Whose token it is; nobody else here asks, so that it need not be verified. */
    private static String subject(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]);
        return JSON.readTree(new String(claims, StandardCharsets.UTF_8)).path("sub").asString("");
    }
}
