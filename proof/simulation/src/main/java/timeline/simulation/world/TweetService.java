package timeline.simulation.world;

import java.time.Duration;
import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.outbox.Delivery;
import timeline.outbox.EventPublisher;
import timeline.outbox.OutboxRelay;
import timeline.outbox.RelayPace;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.port.RemoteKeyRecords;
import timeline.simulation.port.RemoteTweetOutbox;
import timeline.simulation.port.RemoteTweetStore;
import timeline.simulation.port.RemoteWorkerIds;
import timeline.tweet.DeleteTweet;
import timeline.tweet.Draft;
import timeline.tweet.Moderation;
import timeline.tweet.PostTweet;
import timeline.tweet.TweetText;
import timeline.tweet.deletions.RecentDeletions;
import timeline.tweet.id.SnowflakeGenerator;
import timeline.tweet.id.WorkerIdLease;
import timeline.tweet.idempotency.Idempotency;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.tweet.idempotency.StoredTweets;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweet.outbox.PendingTweets;
import timeline.tweet.outbox.TweetSettler;
import timeline.tweet.outbox.WholeBatches;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.TweetsUnavailableException;

/** An instance of the tweet-service. */
public final class TweetService {
    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int ENTRIES_A_ROUND = 500;

    private final Scheduler scheduler;
    private final WorkerIdLease lease;
    private final Wiring.Posting posting;
    private final DeleteTweet deleteTweet;
    private final RecentDeletions deletions;
    private final TweetEvents events;
    private final TweetOutbox outbox;

    TweetService(Machine machine, World world) {
        this.scheduler = world.scheduler();
        deletions = new RecentDeletions(scheduler.random());
        Wiring wiring = world.wiring();
        Links links = world.links();
        Stores stores = world.stores();
        lease = new WorkerIdLease(wiring.workerIds(new RemoteWorkerIds(links.store(), stores.workerIds)),
                machine.name(), machine.clock(), machine.nanoTime(), scheduler.random());
        SnowflakeGenerator ids = new SnowflakeGenerator(machine.clock(), lease);
        TweetStore remote = new RemoteTweetStore(links.store(), stores.tweets, stores.batchlog);
        TweetStore store = wiring.noted(wiring.tweetStore(remote, world), deletions);
        events = wiring.events(world.log(), world);
        outbox = new RemoteTweetOutbox(links.store(), stores.tweets);
        EventPublisher<OutboxEntry> publisher = new PublisherTwin<>(machine, delivery(outbox));
        Idempotency idempotency = new Idempotency(new RemoteKeyRecords(links.store(), stores.keyRecords),
                new StoredTweets(store, publisher), ids::next, machine.clock(),
                work -> machine.spawn("abandon", work));
        PostTweet postTweet = new PostTweet(Moderation.allowAll(), ids, idempotency, store, publisher,
                machine.clock(), machine.nanoTime());
        posting = wiring.posting(postTweet,
                (draft, key) -> key.isPresent() ? postTweet.post(draft, key.get()) : postTweet.post(draft));
        deleteTweet = new DeleteTweet(store, publisher);
        OutboxRelay<OutboxEntry> relay = new OutboxRelay<>(
                new PendingTweets(outbox, new WholeBatches(remote, Runnable::run), PublisherTwin.LEFT_OVER_AFTER,
                        machine.clock()),
                delivery(outbox), ENTRIES_A_ROUND);
        machine.spawn("worker-id", this::keepWorkerId);
        machine.spawn("relay", () -> relay(relay, wiring));
    }

    public PostTweet.Outcome post(UserId author, String text, Optional<String> key) {
        Draft draft = new Draft(author, "user" + author, TweetText.normalise(text), java.util.List.of());
        return posting.post(draft, key.map(IdempotencyKey::new));
    }

    public DeleteTweet.Outcome delete(TweetId tweet, UserId caller) {
        return deleteTweet.delete(tweet, caller);
    }

    RecentDeletions deletions() {
        return deletions;
    }

    boolean isReady() {
        return lease.isHeld();
    }

    private void keepWorkerId() {
        while (true) {
            try {
                lease.keep();
            } catch (TweetsUnavailableException outage) {
                // Tried again soon; the hold is good for a while.
            }
            scheduler.pause(lease.isHeld() ? BETWEEN_RENEWALS : BETWEEN_TRIES);
        }
    }

    private void relay(OutboxRelay<OutboxEntry> relay, Wiring wiring) {
        RelayPace pace = new RelayPace(BETWEEN_ROUNDS, LONGEST_PAUSE);
        Duration[] next = {BETWEEN_ROUNDS};
        Runnable round = wiring.relay(relay, () -> next[0] = pace.after(relay.relay()), outbox, events);
        while (true) {
            scheduler.pause(next[0]);
            try {
                round.run();
            } catch (TweetsUnavailableException outage) {
                next[0] = BETWEEN_TRIES;
            }
        }
    }

    private Delivery<OutboxEntry> delivery(TweetOutbox outbox) {
        return new Delivery<>(entry -> events.publish(entry.event()), new TweetSettler(outbox, Runnable::run));
    }
}
