package timeline.gateway.warmup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    /** Enough to have written from every thread and connection; what is deleted stays in the store for days, so no more. */
    private static final int WRITES = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OwnPort port;
    private final BooleanSupplier inTime;

    /** @param inTime whether there is still time to prepare anything */
    Chain(OwnPort port, BooleanSupplier inTime) {
        this.port = port;
        this.inTime = inTime;
    }

    /**
     * Sees to it that there is something to read.
     *
     * @return what to do again and again
     */
    List<Step> prepare() throws InterruptedException {
        String reader = signIn(READER);
        String author = signIn(AUTHOR);
        if (reader.isEmpty() || author.isEmpty()) {
            return List.of(call(Call.get("/v1/timeline")));
        }
        String authorId = subject(author);
        Call follow = Call.post("/v1/follow", Map.of("target_user_id", authorId)).as(reader);
        port.send(follow);
        Call tweets = Call.get("/v1/users/" + authorId + "/tweets?limit=" + TWEETS).as(reader);
        int there = port.send(tweets).path("tweets").size();
        while (there < TWEETS && inTime.getAsBoolean()) {
            Call post = Call.post("/v1/tweets", Map.of("text", "Good morning, number " + there + "!")).as(author)
                    .with("Idempotency-Key", "good-morning-" + there);
            if (port.send(post).has("tweet_id")) {
                there++;
            } else {
                // A service that has just started serves before all of its stores answer.
                Thread.sleep(BETWEEN_TRIES);
            }
        }
        Step read = call(Call.get("/v1/timeline?limit=" + TWEETS).as(reader));
        JsonNode newest = port.send(tweets).path("tweets").path(0).path("tweet_id");
        return List.of(read, read, call(tweets), read, read, new Written(port, author, subject(reader)), read,
                call(Call.get("/v1/tweets/" + newest.asString("0")).as(reader)), read, call(follow), read,
                // Refused, but only where it would have been stored.
                call(Call.post("/v1/tweets", Map.of("text", " ")).as(author)), read,
                call(Call.get("/v1/users/" + authorId).as(reader)), read,
                call(Call.get("/v1/users/" + authorId + "/followers").as(reader)));
    }

    /** One thing that a user does. */
    interface Step {
        void take() throws InterruptedException;
    }

    private Step call(Call call) {
        return () -> port.send(call);
    }

    /**
     * Writes what users write, and takes it back. What is refused, or done already, opens neither the event log nor a transaction; of a stack
     * that is started again, where all that there is to read is there, the first users would have to.
     */
    private static final class Written implements Step {
        private final OwnPort port;
        private final List<Call> before;
        private final Call post;
        private final String author;
        private int left = WRITES;

        Written(OwnPort port, String author, String reader) {
            this.port = port;
            this.author = author;
            this.post = Call.post("/v1/tweets", Map.of("text", "Is anybody there?")).as(author);
            this.before = List.of(Call.post("/v1/follow", Map.of("target_user_id", reader)).as(author),
                    Call.delete("/v1/follow/" + reader).as(author),
                    // Taken, which only the database can tell.
                    Call.post("/v1/users", Map.of("username", READER)));
        }

        @Override
        public void take() throws InterruptedException {
            if (left == 0) {
                return;
            }
            left--;
            for (Call call : before) {
                port.send(call);
            }
            String tweet = port.send(post).path("tweet_id").asString("");
            if (!tweet.isEmpty()) {
                port.send(Call.delete("/v1/tweets/" + tweet).as(author));
            }
        }
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
