package timeline.tweet.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;

/**
 * Publishes what is left over. Cassandra and Kafka can't commit together: whoever writes to one and then to the other loses an event when
 * it dies in between, and nobody would ever know. So the event is stored with the tweet, and this relay, in every instance of the
 * service, publishes whatever is still there 2 s later: of a process that died, of a broker that was away, of a full queue (ADR 0002).
 *
 * <p>At least once: an entry is removed only after the broker has stored its event; between the two a death means a second event, and two
 * relays may take the same entry. Consumers do the same thing twice.
 *
 * <p>What is left over was perhaps never confirmed, and its batch may be there in part. Its event waits until the rest is there: whoever
 * handles it, or fills a timeline afterwards, must find the tweet (G1).
 */
public final class OutboxRelay {
    private static final Duration LEFT_OVER_AFTER = Duration.ofSeconds(2);
    private static final int ENTRIES_A_ROUND = 500;

    private final TweetOutbox outbox;
    private final WholeBatches wholeBatches;
    private final TweetEvents events;
    private final Settler settler;
    private final InstantSource clock;

    public OutboxRelay(TweetOutbox outbox, WholeBatches wholeBatches, TweetEvents events, Settler settler,
            InstantSource clock) {
        this.outbox = outbox;
        this.wholeBatches = wholeBatches;
        this.events = events;
        this.settler = settler;
        this.clock = clock;
    }

    /** Whether an entry has become the relay's business. */
    static boolean isLeftOver(OutboxEntry entry, Instant now) {
        return entry.writtenAt().isBefore(now.minus(LEFT_OVER_AFTER));
    }

    /**
     * Publishes the oldest entries that are left over, but for those whose batch is there in part; stops at the first that fails.
     *
     * @throws timeline.tweetstore.TweetsUnavailableException when the outbox can't be read
     */
    public Round relay() {
        List<OutboxEntry> entries = wholeBatches
                .among(outbox.pending(clock.instant().minus(LEFT_OVER_AFTER), ENTRIES_A_ROUND));
        List<CompletableFuture<Boolean>> settlements = new ArrayList<>(entries.size());
        for (OutboxEntry entry : entries) {
            CompletableFuture<?> sent = events.publish(entry.event()).toCompletableFuture();
            settlements.add(sent.thenCompose(stored -> settler.settle(entry)));
            if (sent.isCompletedExceptionally()) {
                break;
            }
        }
        long settled = settlements.stream().filter(OutboxRelay::isSettled).count();
        return new Round(entries.size(), (int) settled);
    }

    private static boolean isSettled(CompletableFuture<Boolean> settlement) {
        try {
            return settlement.join();
        } catch (CompletionException notPublished) {
            return false;
        }
    }

    /**
     * @param found entries that were left over and can be published, at most 500 a round
     * @param settled of these, published and removed
     */
    public record Round(int found, int settled) {
        boolean isStuck() {
            return settled < found;
        }

        boolean isFull() {
            return found == ENTRIES_A_ROUND;
        }
    }
}
