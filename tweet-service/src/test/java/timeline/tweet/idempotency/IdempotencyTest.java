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

        assertThat(here.claim(draft, KEY)).isEqualTo(new Finished(claimed.tweet()));
        assertThat(elsewhere.claim(draft, KEY)).isEqualTo(new Finished(claimed.tweet()));
    }

    @Test
    void aRepetitionMeanwhileIsInFlightHereAndElsewhere() {
        claim(here);

        assertThat(here.claim(draft, KEY)).isEqualTo(new InFlight());
        assertThat(elsewhere.claim(draft, KEY)).isEqualTo(new InFlight());
    }

    @Test
    void anotherBodyIsRefusedWhateverBecameOfTheFirst() {
        Claimed claimed = claim(here);
        assertThat(elsewhere.claim(draft("other"), KEY)).isEqualTo(new OtherBody());
        here.finish(claimed);
        assertThat(elsewhere.claim(draft("other"), KEY)).isEqualTo(new OtherBody());
        assertThat(elsewhere.claim(draft(ADA, "hello", "media"), KEY)).isEqualTo(new OtherBody());
    }

    @Test
    void theSameKeyOfAnotherAuthorIsAnotherKey() {
        claim(here);

        assertThat(here.claim(draft(BOB, "hello"), KEY)).isInstanceOf(Claimed.class);
    }

    @Test
    void theClaimOfADeadRequestIsTakenOverWithTheSameTweet() {
        Claimed dead = claim(here);
        clock.advance(Idempotency.CLAIM_LASTS);
        assertThat(elsewhere.claim(draft, KEY)).isEqualTo(new InFlight());
        clock.advance(Duration.ofMillis(1));

        Claimed takenOver = claim(elsewhere);

        assertThat(takenOver.tweet()).isEqualTo(dead.tweet());
        assertThat(new Idempotency(records, this::nextId, clock, Runnable::run).claim(draft, KEY))
                .isEqualTo(new InFlight());
    }

    @Test
    void whoWasTakenOverDoesNotFinishForTheOther() {
        Claimed slow = claim(here);
        clock.advance(Duration.ofSeconds(6));
        Claimed takenOver = claim(elsewhere);
        here.finish(slow);

        assertThat(here.claim(draft, KEY)).isEqualTo(new InFlight());
        elsewhere.finish(takenOver);
        assertThat(here.claim(draft, KEY)).isEqualTo(new Finished(slow.tweet()));
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
        return (Claimed) idempotency.claim(draft, KEY);
    }

    private TweetId nextId() {
        return new TweetId(Snowflake.compose(clock.millis(), 1, sequence++));
    }
}
