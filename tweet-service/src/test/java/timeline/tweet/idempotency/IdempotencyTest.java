package timeline.tweet.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.BOB;
import static timeline.tweet.Drafts.draft;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;
import timeline.tweet.Draft;
import timeline.tweet.idempotency.Idempotency.Claim;
import timeline.tweet.idempotency.Idempotency.Claimed;
import timeline.tweet.idempotency.Idempotency.Finished;
import timeline.tweet.idempotency.Idempotency.InFlight;
import timeline.tweet.idempotency.Idempotency.OtherBody;

class IdempotencyTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");

    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryKeyRecords records = new InMemoryKeyRecords(clock);
    private int sequence;
    private final Idempotency here = new Idempotency(records, this::nextId, clock, Runnable::run);
    private final Idempotency elsewhere = new Idempotency(records, this::nextId, clock, Runnable::run);
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
    void theClaimOfADeadRequestIsTakenOverWithTheSameTweet() {
        Claimed dead = claim(here);
        clock.advance(Idempotency.CLAIM_LASTS);
        assertThat(claim(elsewhere, draft)).isEqualTo(new InFlight());
        clock.advance(Duration.ofMillis(1));

        Claimed takenOver = claim(elsewhere);

        assertThat(takenOver.tweet()).isEqualTo(dead.tweet());
        assertThat(claim(new Idempotency(records, this::nextId, clock, Runnable::run), draft))
                .isEqualTo(new InFlight());
    }

    @Test
    void whoWasTakenOverDoesNotFinishForTheOther() {
        Claimed slow = claim(here);
        clock.advance(Duration.ofSeconds(6));
        Claimed takenOver = claim(elsewhere);
        here.finish(slow);

        assertThat(claim(here, draft)).isEqualTo(new InFlight());
        elsewhere.finish(takenOver);
        assertThat(claim(here, draft)).isEqualTo(new Finished(slow.tweet()));
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
