package timeline.local.deadletter;

import java.util.function.Predicate;
import timeline.event.EventCodec;
import timeline.event.MalformedEventException;
import timeline.event.Topics;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;

/** Decides what becomes of dead letters. Everything may be repeated: a settled letter stays as it is (G10). */
public final class Undertaker {
    private final DeadLetterQueue queue;
    private final Predicate<TweetId> exists;

    /** @param exists whether a tweet can be read now; asked before a replay, so that none brings back what was deleted */
    public Undertaker(DeadLetterQueue queue, Predicate<TweetId> exists) {
        this.queue = queue;
        this.exists = exists;
    }

    /** Brings a letter back to where it came from, if that still makes sense. */
    public Verdict replay(DeadLetter letter) {
        if (queue.settlement(letter.id()).isPresent()) {
            return Verdict.SETTLED_BEFORE;
        }
        try {
            if (decode(letter) instanceof TweetPosted posted && !exists.test(posted.tweet())) {
                queue.settle(letter.id(), Settlement.DISCARDED);
                return Verdict.TWEET_GONE;
            }
        } catch (MalformedEventException unknown) {
            return Verdict.STILL_POISON;
        }
        queue.replay(letter);
        queue.settle(letter.id(), Settlement.REPLAYED);
        return Verdict.REPLAYED;
    }

    /**
     * Leaves a letter where it is for good.
     *
     * @return false when it was settled before
     */
    public boolean discard(DeadLetter letter) {
        if (queue.settlement(letter.id()).isPresent()) {
            return false;
        }
        queue.settle(letter.id(), Settlement.DISCARDED);
        return true;
    }

    private static Object decode(DeadLetter letter) {
        byte[] value = letter.value();
        if (value == null) {
            throw new MalformedEventException("no value");
        }
        if (letter.source().equals(Topics.FOLLOWS)) {
            return EventCodec.decodeFollowEvent(value);
        }
        return EventCodec.decodeTweetEvent(value);
    }
}
