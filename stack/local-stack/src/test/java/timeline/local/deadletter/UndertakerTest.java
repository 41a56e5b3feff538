package timeline.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.event.EventCodec;
import timeline.event.FollowEvent.Followed;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;

/** G10, G8: replaying restores everything, and brings nothing back that was deleted. */
class UndertakerTest {
    private static final UserId AUTHOR = new UserId(1);
    private static final TweetId TWEET = new TweetId(1L << 40);

    private final InMemoryDeadLetterQueue queue = new InMemoryDeadLetterQueue();
    private final Set<TweetId> existing = new HashSet<>();
    private final Undertaker undertaker = new Undertaker(queue, existing::contains);

    @BeforeEach
    void theTweetExists() {
        existing.add(TWEET);
    }

    private DeadLetter bury(String source, byte[] value) {
        DeadLetter letter = new DeadLetter(new LetterId(source + ".dlt", 0, 0), source, 7, Instant.EPOCH, "poison",
                null, value);
        queue.bury(letter);
        return letter;
    }

    @Test
    void aTweetThatStillExistsIsReplayedOnceHoweverOftenItIsAskedFor() {
        DeadLetter letter = bury("tweets", EventCodec.encode(new TweetPosted(TWEET, AUTHOR)));

        assertThat(undertaker.replay(letter)).isEqualTo(Verdict.REPLAYED);
        assertThat(undertaker.replay(letter)).isEqualTo(Verdict.SETTLED_BEFORE);
        assertThat(queue.replayed()).containsExactly(letter);
        assertThat(queue.open()).isEmpty();
    }

    @Test
    void aDeletedTweetIsNotBroughtBack() {
        existing.clear();
        DeadLetter letter = bury("tweets", EventCodec.encode(new TweetPosted(TWEET, AUTHOR)));

        assertThat(undertaker.replay(letter)).isEqualTo(Verdict.TWEET_GONE);
        assertThat(queue.replayed()).isEmpty();
        assertThat(queue.settlement(letter.id())).contains(Settlement.DISCARDED);
    }

    @Test
    void aDeletionIsReplayedAlthoughItsTweetIsGone() {
        existing.clear();
        DeadLetter letter = bury("tweets", EventCodec.encode(new TweetDeleted(TWEET, AUTHOR)));

        assertThat(undertaker.replay(letter)).isEqualTo(Verdict.REPLAYED);
    }

    @Test
    void aFollowIsReplayed() {
        DeadLetter letter = bury("follows", EventCodec.encode(new Followed(new UserId(2), AUTHOR)));

        assertThat(undertaker.replay(letter)).isEqualTo(Verdict.REPLAYED);
    }

    @Test
    void poisonStaysOpenInsteadOfGoingRoundInCircles() {
        DeadLetter garbage = bury("tweets", "garbage".getBytes(StandardCharsets.UTF_8));

        assertThat(undertaker.replay(garbage)).isEqualTo(Verdict.STILL_POISON);
        assertThat(queue.replayed()).isEmpty();
        assertThat(queue.open()).containsExactly(garbage);
    }

    @Test
    void whatIsDiscardedIsReplayedNoMore() {
        DeadLetter letter = bury("tweets", EventCodec.encode(new TweetPosted(TWEET, AUTHOR)));

        assertThat(undertaker.discard(letter)).isTrue();
        assertThat(undertaker.discard(letter)).isFalse();
        assertThat(undertaker.replay(letter)).isEqualTo(Verdict.SETTLED_BEFORE);
        assertThat(queue.replayed()).isEmpty();
    }
}
