package timeline.tweet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.tweet.idempotency.KeyRecord;
import timeline.tweet.idempotency.KeyRecords;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Puts a fault, drawn from a seed, before or after each step that a process takes against its stores: an answer that does not come, though
 * the step was or was not done, or the death of the process. Turned off, everything works.
 */
final class Faults {
    private final SplittableRandom random;
    private boolean on = true;
    private boolean dead;

    Faults(SplittableRandom random) {
        this.random = random;
    }

    /** A death in the background does not reach the caller by itself. */
    void requireAlive() {
        if (dead) {
            throw new Death();
        }
    }

    /** Another process lives. */
    void born() {
        dead = false;
    }

    void heal() {
        on = false;
    }

    /** The process is gone. Nothing of it runs on: no clean-up either. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    private <T> T step(Supplier<T> work) {
        requireAlive();
        int fault = on ? random.nextInt(16) : 15;
        switch (fault) {
            case 0 -> throw new TweetsUnavailableException("no answer, not done", null);
            case 1 -> throw die();
            default -> {
            }
        }
        T result = work.get();
        switch (fault) {
            case 2 -> throw new TweetsUnavailableException("no answer, but done", null);
            case 3 -> throw die();
            default -> {
            }
        }
        return result;
    }

    private Death die() {
        dead = true;
        return new Death();
    }

    KeyRecords on(KeyRecords records) {
        return new KeyRecords() {
            @Override
            public Optional<KeyRecord> putIfAbsent(UserId author, IdempotencyKey key, KeyRecord record) {
                return step(() -> records.putIfAbsent(author, key, record));
            }

            @Override
            public boolean replace(UserId author, IdempotencyKey key, KeyRecord expected, KeyRecord replacement) {
                return step(() -> records.replace(author, key, expected, replacement));
            }
        };
    }

    TweetStore on(TweetStore store) {
        return new TweetStore() {
            @Override
            public OutboxEntry post(Tweet tweet) {
                return step(() -> store.post(tweet));
            }

            @Override
            public OutboxEntry delete(TweetId tweet, UserId author) {
                return step(() -> store.delete(tweet, author));
            }

            @Override
            public Optional<Authorship> authorship(TweetId tweet) {
                return step(() -> store.authorship(tweet));
            }

            @Override
            public Presence presence(TweetId tweet, UserId author) {
                return step(() -> store.presence(tweet, author));
            }
        };
    }

    TweetOutbox on(TweetOutbox outbox) {
        return new TweetOutbox() {
            @Override
            public List<OutboxEntry> pending(Instant writtenBefore, int limit) {
                return step(() -> outbox.pending(writtenBefore, limit));
            }

            @Override
            public void settle(OutboxEntry entry) {
                step(() -> {
                    outbox.settle(entry);
                    return true;
                });
            }

            @Override
            public Backlog backlog() {
                return outbox.backlog();
            }
        };
    }
}
