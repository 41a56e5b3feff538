package timeline.tweet;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import timeline.id.TweetId;
import timeline.tweet.id.SnowflakeGenerator;
import timeline.tweet.idempotency.Idempotency;
import timeline.tweet.idempotency.Idempotency.Claimed;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.outbox.EventPublisher;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetStore;

/**
 * Posts a tweet: judge, name, store, acknowledge; publishing is not waited for, because the event is owed from the moment the tweet is
 * stored (G1, ADR 0002). With a key, however often and wherever the request is repeated, there is at most one tweet (ADR 0009).
 */
public final class PostTweet {
    private final Moderation moderation;
    private final SnowflakeGenerator ids;
    private final Idempotency idempotency;
    private final TweetStore store;
    private final EventPublisher<OutboxEntry> publisher;
    private final AcknowledgedSoon acknowledgedSoon;

    /** @param nanoTime a clock that nobody sets */
    public PostTweet(Moderation moderation, SnowflakeGenerator ids, Idempotency idempotency, TweetStore store,
            EventPublisher<OutboxEntry> publisher, InstantSource clock, LongSupplier nanoTime) {
        this.moderation = moderation;
        this.ids = ids;
        this.idempotency = idempotency;
        this.store = store;
        this.publisher = publisher;
        this.acknowledgedSoon = new AcknowledgedSoon(clock, nanoTime);
    }

    public Outcome post(Draft draft) {
        return judged(draft, () -> {
            TweetId id = ids.next();
            store(draft, id).requireSoon();
            return new Posted(id);
        });
    }

    /** Posts once for each key of an author, for 24 hours. */
    public Outcome post(Draft draft, IdempotencyKey key) {
        return judged(draft, () -> switch (idempotency.claim(draft.author(), key, draft.fingerprint())) {
            case Idempotency.Finished finished -> new Replayed(finished.tweet());
            case Idempotency.InFlight() -> new InFlight();
            case Idempotency.OtherBody() -> new KeyReused();
            case Claimed claimed -> store(draft, claimed);
        });
    }

    private Outcome judged(Draft draft, Supplier<Outcome> allowed) {
        return switch (moderation.judge(draft)) {
            case Moderation.Verdict.Refused refused -> new Rejected(refused.reason());
            case Moderation.Verdict.Allowed() -> allowed.get();
        };
    }

    private AcknowledgedSoon.Stored store(Draft draft, TweetId id) {
        AcknowledgedSoon.Stored stored = acknowledgedSoon.store(() -> store.post(draft.named(id)));
        publisher.publishPromptly(stored.owed());
        return stored;
    }

    /** However it ends, the claim is given back: a key that nobody works on must not be in flight. */
    private Outcome store(Draft draft, Claimed claimed) {
        Optional<AcknowledgedSoon.Stored> stored = Optional.empty();
        try {
            stored = Optional.of(store(draft, claimed.tweet()));
        } finally {
            if (stored.isEmpty()) {
                // Stored or not, nobody knows. The next attempt need not wait for the claim to lapse.
                idempotency.abandon(claimed);
            }
        }
        // Whoever took the claim over may have found no tweet yet, and given the key another one.
        if (!idempotency.finish(claimed)) {
            return new InFlight();
        }
        stored.get().requireSoon();
        return new Posted(claimed.tweet());
    }

    /** What became of the request. */
    public sealed interface Outcome {}

    /** It is stored. */
    public record Posted(TweetId tweet) implements Outcome {}

    /** It was stored by an earlier request with this key. */
    public record Replayed(TweetId tweet) implements Outcome {}

    /** Moderation refused it. */
    public record Rejected(String reason) implements Outcome {}

    /** Another request with this key has not ended yet. */
    public record InFlight() implements Outcome {}

    /** The key was used for another tweet. */
    public record KeyReused() implements Outcome {}
}
