package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.draft;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
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
import timeline.tweet.outbox.Publishing;
import timeline.tweetstore.InMemoryTweets;

class PostTweetTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");

    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTweets store = new InMemoryTweets(clock);
    private final Publishing publishing = new Publishing(store, clock);
    private final WorkerIdLease lease = new WorkerIdLease(new InMemoryWorkerIds(clock), "a", clock,
            () -> clock.millis() * 1_000_000, new Random(1));
    private final SnowflakeGenerator ids = new SnowflakeGenerator(clock, lease);
    private final Idempotency idempotency = new Idempotency(new InMemoryKeyRecords(clock), ids::next, clock,
            Runnable::run);
    private final PostTweet postTweet = new PostTweet(new WordList(List.of("forbidden")), ids, idempotency, store,
            publishing.publisher());

    @BeforeEach
    void takeWorkerId() {
        lease.keep();
    }

    @Test
    void storesTheTweetAndPublishesItsEvent() {
        TweetId id = ((Posted) postTweet.post(draft("hello"))).tweet();

        assertThat(store.findAll(List.of(id))).containsEntry(id, draft("hello").named(id));
        assertThat(id.createdAt()).isEqualTo(clock.instant());
        publishing.awaitPublished(new TweetPosted(id, ADA));
    }

    @Test
    void withoutAKeyTheSameTextTwiceIsTwoTweets() {
        assertThat(postTweet.post(draft("hello"))).isNotEqualTo(postTweet.post(draft("hello")));
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10)).hasSize(2);
    }

    @Test
    void withAKeyItIsOneTweetHoweverOftenItIsAskedFor() {
        TweetId id = ((Posted) postTweet.post(draft("hello"), KEY)).tweet();

        assertThat(postTweet.post(draft("hello"), KEY)).isEqualTo(new Replayed(id));
        assertThat(postTweet.post(draft("other"), KEY)).isEqualTo(new KeyReused());
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10)).hasSize(1);
    }

    @Test
    void aKeyInWorkIsInFlight() {
        idempotency.claim(ADA, KEY, draft("hello").fingerprint());

        assertThat(postTweet.post(draft("hello"), KEY)).isEqualTo(new InFlight());
    }

    @Test
    void whatModerationRefusesLeavesNoTrace() {
        assertThat(postTweet.post(draft("forbidden"))).isInstanceOf(Rejected.class);
        assertThat(postTweet.post(draft("forbidden"), KEY)).isInstanceOf(Rejected.class);

        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10)).isEmpty();
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
}
