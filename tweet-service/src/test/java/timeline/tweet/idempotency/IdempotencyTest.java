package timeline.tweet.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.BOB;
import static timeline.tweet.Drafts.draft;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.deadline.Deadline;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;
import timeline.tweet.Draft;
import timeline.tweet.idempotency.Idempotency.Claim;
import timeline.tweet.idempotency.Idempotency.Claimed;
import timeline.tweet.idempotency.Idempotency.Finished;
import timeline.tweet.idempotency.Idempotency.InFlight;
import timeline.tweet.idempotency.Idempotency.OtherBody;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.InMemoryTweets.Batch;
import timeline.tweetstore.InMemoryTweets.Part;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetsUnavailableException;

class IdempotencyTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");

    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryKeyRecords records = new InMemoryKeyRecords(clock);
    private final InMemoryTweets store = new InMemoryTweets(clock);
    private int sequence;
    private final Idempotency here = idempotency();
    private final Idempotency elsewhere = idempotency();
    private final Draft draft = draft("hello");

    @Test
    void theFirstRequestClaimsTheKeyAndAFinishedOneIsReplayed() {
        Claimed claimed = claim(here);
        here.finish(claimed);

        assertThat(claim(here, draft)).isEqualTo(new Finished(claimed.tweet()));
        assertThat(claim(elsewhere, draft)).isEqualTo(new Finished(claimed.tweet()));
    }

    @Test
    void aRepetitionMeanwhileIsInFlightHereAndElsewhere() {
        claim(here);

        assertThat(claim(here, draft)).isEqualTo(new InFlight());
        assertThat(claim(elsewhere, draft)).isEqualTo(new InFlight());
    }

    @Test
    void anotherBodyIsRefusedWhateverBecameOfTheFirst() {
        Claimed claimed = claim(here);
        assertThat(claim(elsewhere, draft("other"))).isEqualTo(new OtherBody());
        here.finish(claimed);
        assertThat(claim(elsewhere, draft("other"))).isEqualTo(new OtherBody());
        assertThat(claim(elsewhere, draft(ADA, "hello", "media"))).isEqualTo(new OtherBody());
    }

    @Test
    void theSameKeyOfAnotherAuthorIsAnotherKey() {
        claim(here);

        assertThat(claim(here, draft(BOB, "hello"))).isInstanceOf(Claimed.class);
    }

    @Test
    void theClaimOfADeadRequestIsTakenOver() {
        claim(here);
        clock.advance(Idempotency.CLAIM_LASTS);
        assertThat(claim(elsewhere, draft)).isEqualTo(new InFlight());
        clock.advance(Duration.ofMillis(1));

        assertThat(claim(elsewhere, draft)).isInstanceOf(Claimed.class);
        assertThat(claim(idempotency(), draft)).isEqualTo(new InFlight());
    }

    /** ADR 0004: what is stored is stored within seconds after its id was made. */
    @ParameterizedTest
    @ValueSource(strings = {"PT6S", "PT23H"})
    void anIdThatHasGrownOldIsNotStored(Duration later) {
        Claimed dead = claim(here);
        clock.advance(later);

        Claimed takenOver = claim(elsewhere);

        assertThat(takenOver.tweet().createdAt()).isEqualTo(clock.instant());
        store.post(stored(dead.tweet()));
        assertThat(store.findAll(List.of(dead.tweet()), Deadline.current()))
                .as("stored after all, by a request that slept").isEmpty();
    }

    @Test
    void whatWasStoredWithoutAnAnswerIsTheKeysTweetHoweverLateItIsAskedFor() {
        Claimed dead = claim(here);
        store.post(stored(dead.tweet()));
        clock.advance(Duration.ofHours(23));

        Claimed takenOver = claim(elsewhere);
        assertThat(takenOver.tweet()).isEqualTo(dead.tweet());
        assertThat(claim(here, draft)).as("here it is in work still").isEqualTo(new InFlight());
        assertThat(elsewhere.finish(takenOver)).isTrue();
        assertThat(claim(idempotency(), draft)).isEqualTo(new Finished(dead.tweet()));
    }

    @Test
    void whatItsUserDeletedMeanwhileDoesNotComeBackUnderANewId() {
        Claimed dead = claim(here);
        store.post(stored(dead.tweet()));
        store.delete(dead.tweet(), ADA);
        clock.advance(Duration.ofHours(1));

        assertThat(claim(elsewhere).tweet()).isEqualTo(dead.tweet());
    }

    /** A yes would be a tweet that its author does not find (G2), a no a second one beside it. */
    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    void ofATweetThatIsThereInPartNobodyKnowsUntilTheStoreHasFinishedIt(Part late) {
        Claimed dead = claim(here);
        Batch batch = store.batchOfPost(stored(dead.tweet()));
        batch.writeAllBut(late);
        clock.advance(Duration.ofSeconds(6));

        assertThatExceptionOfType(TweetsUnavailableException.class).isThrownBy(() -> claim(elsewhere, draft));
        assertThatExceptionOfType(TweetsUnavailableException.class).as("nothing is changed by asking")
                .isThrownBy(() -> claim(elsewhere, draft));
        batch.write(late);
        assertThat(claim(elsewhere).tweet()).isEqualTo(dead.tweet());
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).hasSize(1);
    }

    /** Of this one nobody has seen anything yet, so the key goes on with another id, and the rest never appears. */
    @Test
    void aTweetOfWhichOnlyTheEventIsThereGetsANewId() {
        Claimed dead = claim(here);
        Batch batch = store.batchOfPost(stored(dead.tweet()));
        batch.write(Part.OUTBOX);
        clock.advance(Duration.ofSeconds(6));

        Claimed takenOver = claim(elsewhere);
        batch.writeAllBut(Part.OUTBOX);

        assertThat(takenOver.tweet()).isNotEqualTo(dead.tweet());
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).isEmpty();
    }

    @Test
    void anIdIsRetiredAlsoWhenItsSuccessorDiedBeforeItSawToIt() {
        Claimed first = claim(here);
        clock.advance(Duration.ofSeconds(6));
        TweetId second = nextId();
        KeyRecord known = records.putIfAbsent(ADA, KEY, KeyRecord.first(second, draft.fingerprint())).orElseThrow();
        records.replace(ADA, KEY, known, known.renamedBy(second));
        clock.advance(Duration.ofSeconds(6));

        Claimed third = claim(elsewhere);

        List.of(first.tweet(), second, third.tweet()).forEach(id -> store.post(stored(id)));
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).extracting(Tweet::id)
                .containsExactly(third.tweet());
    }

    @Test
    void whoWasTakenOverDoesNotFinishForTheOther() {
        Claimed slow = claim(here);
        clock.advance(Duration.ofSeconds(6));
        Claimed takenOver = claim(elsewhere);

        assertThat(here.finish(slow)).as("its tweet is not the key's").isFalse();
        assertThat(claim(here, draft)).isEqualTo(new InFlight());
        assertThat(elsewhere.finish(takenOver)).isTrue();
        assertThat(claim(here, draft)).isEqualTo(new Finished(takenOver.tweet()));
    }

    @Test
    void anAbandonedClaimIsTakenOverAtOnceWithTheSameTweet() {
        Claimed abandoned = claim(here);
        here.abandon(abandoned);

        assertThat(claim(elsewhere).tweet()).isEqualTo(abandoned.tweet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "~", "0123456789012345678901234567890123456789012345678901234567890123"})
    void takesVisibleAsciiOfUpTo64Characters(String key) {
        assertThat(new IdempotencyKey(key).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "\u007F", "\n",
            "01234567890123456789012345678901234567890123456789012345678901234"})
    void refusesOtherKeys(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(key));
    }

    private Idempotency idempotency() {
        return new Idempotency(records, new StoredTweets(store, entry -> {}), this::nextId, clock, Runnable::run);
    }

    private Tweet stored(TweetId id) {
        return new Tweet(id, ADA, "ada", "hello", List.of());
    }

    private Claimed claim(Idempotency idempotency) {
        return (Claimed) claim(idempotency, draft);
    }

    private static Claim claim(Idempotency idempotency, Draft draft) {
        return idempotency.claim(draft.author(), KEY, draft.fingerprint());
    }

    private TweetId nextId() {
        return new TweetId(Snowflake.compose(clock.millis(), 1, sequence++));
    }
}
