package timeline.tweet.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.TweetsUnavailableException;

/** Tells entries whose batch is all there from those of which only a part can be seen yet; a few at a time. */
public final class WholeBatches {
    private static final int LOOKS_IN_FLIGHT = 32;

    private final TweetStore store;
    private final Executor threads;
    private final Semaphore free = new Semaphore(LOOKS_IN_FLIGHT);

    /** @param threads runs each look on a thread that may wait, for example a virtual one */
    public WholeBatches(TweetStore store, Executor threads) {
        this.store = store;
        this.threads = threads;
    }

    /** Those that are all there, in the same order; what the store can't tell now may be among those of the next look. */
    List<OutboxEntry> among(List<OutboxEntry> entries) {
        List<CompletableFuture<Boolean>> looks = entries.stream()
                .map(entry -> CompletableFuture.supplyAsync(() -> isWhole(entry), threads)).toList();
        List<OutboxEntry> whole = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (seen(looks.get(i))) {
                whole.add(entries.get(i));
            }
        }
        return whole;
    }

    private static boolean seen(CompletableFuture<Boolean> look) {
        try {
            return look.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException defect -> throw defect;
                case Error error -> throw error;
                case null, default -> throw failed;
            }
        }
    }

    private boolean isWhole(OutboxEntry entry) {
        free.acquireUninterruptibly();
        try {
            return store.presence(entry.event().tweet(), entry.event().author()) == Presence.COMPLETE;
        } catch (TweetsUnavailableException outage) {
            return false;
        } finally {
            free.release();
        }
    }
}
