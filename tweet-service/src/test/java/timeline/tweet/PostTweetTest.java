package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.draft;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.ManualClock;
import timeline.tweet.PostTweet.InFlight;
import timeline.tweet.PostTweet.KeyReused;
import timeline.tweet.PostTweet.Posted;
import timeline.tweet.PostTweet.Rejected;
import timeline.tweet.PostTweet.Replayed;
import timeline.tweet.id.InMemoryWorkerIds;
import timeline.tweet.id.NoWorkerIdException;
import timeline.tweet.id.SnowflakeGenerator;
import timeline.tweet.id.WorkerIdLease;
import timeline.tweet.idempotency.Idempotency;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.tweet.idempotency.InMemoryKeyRecords;
import timeline.tweet.idempotency.StoredTweets;
import timeline.tweet.outbox.Publishing;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.InMemoryTweets.Batch;
import timeline.tweetstore.InMemoryTweets.Part;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.TweetsUnavailableException;

class PostTweetTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");

    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTweets store = new InMemoryTweets(clock);
    private final Publishing publishing = new Publishing(store, clock);
    private final WorkerIdLease lease = new WorkerIdLease(new InMemoryWorkerIds(clock), "a", clock,
            this::nanoTime, new Random(1));
    private final SnowflakeGenerator ids = new SnowflakeGenerator(clock, lease);
    private final InMemoryKeyRecords records = new InMemoryKeyRecords(clock);
    private final Idempotency idempotency = idempotency(records);
    private final PostTweet postTweet = new PostTweet(new WordList(List.of("forbidden")), ids, idempotency, store,
            publishing.publisher(), clock, this::nanoTime);

    @BeforeEach
    void takeWorkerId() {
        lease.keep();
    }

    @Test
    void storesTheTweetAndPublishesItsEvent() {
        TweetId id = ((Posted) postTweet.post(draft("hello"))).tweet();

        assertThat(store.findAll(List.of(id), Deadline.current())).containsEntry(id, draft("hello").named(id));
        assertThat(id.createdAt()).isEqualTo(clock.instant());
        publishing.awaitPublished(new TweetPosted(id, ADA, Optional.of(clock.instant())));
    }

    @Test
    void withoutAKeyTheSameTextTwiceIsTwoTweets() {
        assertThat(postTweet.post(draft("hello"))).isNotEqualTo(postTweet.post(draft("hello")));
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).hasSize(2);
    }

    @Test
    void withAKeyItIsOneTweetHoweverOftenItIsAskedFor() {
        TweetId id = ((Posted) postTweet.post(draft("hello"), KEY)).tweet();

        assertThat(postTweet.post(draft("hello"), KEY)).isEqualTo(new Replayed(id));
        assertThat(postTweet.post(draft("other"), KEY)).isEqualTo(new KeyReused());
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).hasSize(1);
    }

    @Test
    void aKeyInWorkIsInFlight() {
        idempotency.claim(ADA, KEY, draft("hello").fingerprint());

        assertThat(postTweet.post(draft("hello"), KEY)).isEqualTo(new InFlight());
    }

    /** Whatever went wrong: a key that nobody works on is not in flight. */
    @ParameterizedTest
    @MethodSource
    void aFailureGivesTheKeyBack(Throwable failure) {
        Deque<Throwable> failures = new ArrayDeque<>(List.of(failure));
        TweetStore failing = new FailingStore(store, failures::poll);
        PostTweet post = new PostTweet(Moderation.allowAll(), ids, idempotency, failing,
                publishing.publisher(), clock, this::nanoTime);

        assertThat(catchThrowable(() -> post.post(draft("hello"), KEY))).isSameAs(failure);

        assertThat(post.post(draft("hello"), KEY)).isInstanceOf(Posted.class);
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).hasSize(1);
    }

    static Stream<Throwable> aFailureGivesTheKeyBack() {
        return Stream.of(new TweetsUnavailableException("no answer", null), new IllegalStateException("a defect"),
                new OutOfMemoryError("no room"));
    }

    /** Whoever took over found no tweet, and the key got another one: the slow one must not be told of. */
    @Test
    void whoWasTakenOverDoesNotTellOfATweet() {
        Idempotency elsewhere = idempotency(records);
        PostTweet slow = new PostTweet(Moderation.allowAll(), ids, idempotency, new FailingStore(store, () -> {
            clock.advance(Duration.ofSeconds(6));
            lease.keep();
            elsewhere.claim(ADA, KEY, draft("hello").fingerprint());
            return null;
        }), publishing.publisher(), clock, this::nanoTime);

        assertThat(slow.post(draft("hello"), KEY)).isEqualTo(new InFlight());
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).isEmpty();
    }

    /** Its author finds it, and the rest of its batch may be a minute away: until then nobody would deliver it, and no reader be told (G15). */
    @Test
    void whatAnEarlierRequestStoredInPartIsOwedBeforeItIsAcknowledged() {
        TweetStore torn = new FailingStore(store, () -> null) {
            @Override
            public OutboxEntry post(Tweet tweet) {
                Batch batch = store.batchOfPost(tweet);
                batch.write(Part.BY_ID);
                batch.write(Part.BY_AUTHOR);
                throw new TweetsUnavailableException("no answer", null);
            }
        };
        PostTweet tearing = new PostTweet(Moderation.allowAll(), ids, idempotency, torn, publishing.publisher(), clock,
                this::nanoTime);
        assertThatExceptionOfType(TweetsUnavailableException.class).isThrownBy(() -> tearing.post(draft("hello"), KEY));
        clock.advance(Duration.ofSeconds(6));
        lease.keep();

        TweetId id = ((Posted) postTweet.post(draft("hello"), KEY)).tweet();

        assertThat(store.owedDeliveries().pending(Instant.MAX, 10)).extracting(OwedDelivery::tweet).containsExactly(id);
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).extracting(Tweet::id)
                .containsExactly(id);
    }

    /** A process that was frozen after it dated what it owes: readers look for that by its date. */
    @Test
    void whatIsStoredTooLateIsNotAcknowledgedButOwed() {
        PostTweet frozen = frozenBetweenDatingAndStoring(Duration.ofMillis(2_001));

        assertThatExceptionOfType(TweetsUnavailableException.class).isThrownBy(() -> frozen.post(draft("hello")));
        assertThatExceptionOfType(TweetsUnavailableException.class).isThrownBy(() -> frozen.post(draft("hello"), KEY));
        assertThat(store.owedDeliveries().pending(Instant.MAX, 10)).hasSize(2);
        assertThat(frozenBetweenDatingAndStoring(Duration.ofMillis(1_900)).post(draft("in time")))
                .isInstanceOf(Posted.class);
    }

    /** The wall clock may have been set while it was frozen; the other one is not. */
    @Test
    void eitherClockTellsThatItIsTooLate() {
        PostTweet frozen = new PostTweet(Moderation.allowAll(), ids, idempotency, store, publishing.publisher(), clock,
                new LongSupplier() {
                    private long nanos;

                    @Override
                    public long getAsLong() {
                        nanos += Duration.ofMillis(2_001).toNanos();
                        return nanos;
                    }
                });

        assertThatExceptionOfType(TweetsUnavailableException.class).isThrownBy(() -> frozen.post(draft("hello")));
    }

    @Test
    void whatModerationRefusesLeavesNoTrace() {
        assertThat(postTweet.post(draft("forbidden"))).isInstanceOf(Rejected.class);
        assertThat(postTweet.post(draft("forbidden"), KEY)).isInstanceOf(Rejected.class);

        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).isEmpty();
        assertThat(store.backlog().entries()).isZero();
        assertThat(postTweet.post(draft("hello"), KEY)).isInstanceOf(Posted.class);
    }

    @Test
    void withoutAWorkerIdNothingIsStored() {
        lease.release();

        assertThatExceptionOfType(NoWorkerIdException.class).isThrownBy(() -> postTweet.post(draft("hello")));
        assertThatExceptionOfType(NoWorkerIdException.class).isThrownBy(() -> postTweet.post(draft("hello"), KEY));
        lease.keep();
        assertThat(postTweet.post(draft("hello"), KEY)).isInstanceOf(Posted.class);
    }

    private PostTweet frozenBetweenDatingAndStoring(Duration time) {
        TweetStore slow = new FailingStore(store, () -> null) {
            @Override
            public OutboxEntry post(Tweet tweet) {
                InMemoryTweets.Batch dated = store.batchOfPost(tweet);
                clock.advance(time);
                lease.keep();
                dated.rows().values().forEach(Runnable::run);
                return dated.owed();
            }
        };
        return new PostTweet(Moderation.allowAll(), ids, idempotency, slow, publishing.publisher(), clock,
                this::nanoTime);
    }

    private long nanoTime() {
        return clock.millis() * 1_000_000;
    }

    private Idempotency idempotency(InMemoryKeyRecords of) {
        return new Idempotency(of, new StoredTweets(store, entry -> {}), ids::next, clock, Runnable::run);
    }

    /** Fails to post as often as it is told to. */
    private static class FailingStore implements TweetStore {
        private final InMemoryTweets store;
        private final Supplier<@Nullable Throwable> failures;

        FailingStore(InMemoryTweets store, Supplier<@Nullable Throwable> failures) {
            this.store = store;
            this.failures = failures;
        }

        @Override
        public OutboxEntry post(Tweet tweet) {
            switch (failures.get()) {
                case null -> {
                }
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable other -> throw new IllegalArgumentException(other);
            }
            return store.post(tweet);
        }

        @Override
        public OutboxEntry delete(TweetId tweet, UserId author) {
            return store.delete(tweet, author);
        }

        @Override
        public Optional<Authorship> authorship(TweetId tweet) {
            return store.authorship(tweet);
        }

        @Override
        public Presence presence(TweetId tweet, UserId author) {
            return store.presence(tweet, author);
        }
    }
}
