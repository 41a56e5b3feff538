package timeline.tweet.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import timeline.identity.Caller;
import timeline.edge.Problem;
import timeline.id.TweetId;
import timeline.tweet.Draft;
import timeline.tweet.PostTweet;
import timeline.tweet.idempotency.IdempotencyKey;

/** {@code POST /v1/tweets}. */
@RestController
public final class PostController {
    /** Names one intention to post, so that a client may repeat a request whose answer it did not get. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** On an answer that was given before. */
    static final String IDEMPOTENT_REPLAYED = "Idempotent-Replayed";

    private final PostTweet postTweet;

    public PostController(PostTweet postTweet) {
        this.postTweet = postTweet;
    }

    @PostMapping("/v1/tweets")
    ResponseEntity<Created> post(Caller caller, @RequestHeader HttpHeaders headers, @RequestBody NewTweet body) {
        Optional<IdempotencyKey> key = key(headers.get(IDEMPOTENCY_KEY));
        Draft draft = body.by(caller);
        return switch (key.map(given -> postTweet.post(draft, given)).orElseGet(() -> postTweet.post(draft))) {
            case PostTweet.Posted posted -> created(posted.tweet()).body(Created.of(posted.tweet()));
            case PostTweet.Replayed replayed ->
                created(replayed.tweet()).header(IDEMPOTENT_REPLAYED, "true").body(Created.of(replayed.tweet()));
            case PostTweet.Rejected rejected -> throw Problem.CONTENT_REJECTED.at("/text", rejected.reason());
            case PostTweet.InFlight() ->
                throw Problem.IDEMPOTENCY_IN_FLIGHT.because("Try again when the first request has ended.");
            case PostTweet.KeyReused() ->
                throw Problem.IDEMPOTENCY_KEY_REUSED.because("Use a new key for another tweet.");
        };
    }

    private static Optional<IdempotencyKey> key(@Nullable List<String> values) {
        if (values == null) {
            return Optional.empty();
        }
        try {
            // Repeated, it is one list in HTTP's eyes: joined it could pass for a key that nobody meant.
            return Optional.of(new IdempotencyKey(values.size() == 1 ? values.getFirst() : ""));
        } catch (IllegalArgumentException refused) {
            throw Problem.INVALID_PARAMETER
                    .because("The header '" + IDEMPOTENCY_KEY + "' " + refused.getMessage() + ", once.");
        }
    }

    private static ResponseEntity.BodyBuilder created(TweetId tweet) {
        return ResponseEntity.created(URI.create("/v1/tweets/" + tweet));
    }

    record Created(TweetId tweetId, String createdAt) {
        static Created of(TweetId tweet) {
            return new Created(tweet, ShownTweet.time(tweet.createdAt()));
        }
    }
}
