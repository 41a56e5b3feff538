package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.event.TweetEvent;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;
import timeline.tweet.PostTweet.Outcome;
import timeline.tweet.PostTweet.Posted;
import timeline.tweet.PostTweet.Replayed;
import timeline.tweet.id.InMemoryWorkerIds;
import timeline.tweet.id.SnowflakeGenerator;
import timeline.tweet.id.WorkerIdLease;
import timeline.tweet.idempotency.Idempotency;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.tweet.idempotency.InMemoryKeyRecords;
import timeline.tweet.idempotency.StoredTweets;
import timeline.outbox.Delivery;
import timeline.outbox.OutboxRelay;
import timeline.tweet.outbox.PendingTweets;
import timeline.tweet.outbox.TweetSettler;
import timeline.tweet.outbox.WholeBatches;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Clients repeat requests with a key at two processes that die, and whose stores fail to answer, before and after every step.
 * For 2,000 seeds: at most one tweet for a key, one id in all answers, no acknowledged tweet missing, and after the faults every stored
 * tweet's event is in the stream and the outbox is empty.
 */
class CrashPointsTest {
    private static final int SEEDS = 2_000;

    @Test
    void nothingIsLostAndNothingIsDoubledWhereverAProcessDies() {
        int deaths = 0;
        int acknowledged = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Run run = new Run(seed);
            run.play();
            deaths += run.deaths;
            acknowledged += run.answers.size();
        }
        assertThat(deaths).as("evidence: processes died").isGreaterThan(SEEDS / 4);
        assertThat(acknowledged).as("evidence: requests were answered").isGreaterThan(SEEDS);
    }

    private static final class Run {
        private final long seed;
        private final SplittableRandom random;
        private final Faults faults;
        private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
        private final InMemoryTweets store = new InMemoryTweets(clock);
        private final InMemoryKeyRecords records = new InMemoryKeyRecords(clock);
        private final InMemoryWorkerIds workerIds = new InMemoryWorkerIds(clock);
        private final List<TweetEvent> stream = new ArrayList<>();
        private final List<TweetId> answers = new ArrayList<>();
        private final List<Instance> processes = new ArrayList<>();
        private int deaths;

        Run(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            faults = new Faults(random);
        }

        void play() {
            processes.add(new Instance());
            processes.add(new Instance());
            for (int i = 0; i < 12; i++) {
                int which = random.nextInt(2);
                try {
                    processes.get(which).step();
                    faults.requireAlive();
                } catch (TweetsUnavailableException noAnswer) {
                    // The client got a 503 and will repeat.
                } catch (Faults.Death death) {
                    deaths++;
                    faults.born();
                    processes.set(which, new Instance());
                }
                clock.advance(Duration.ofMillis(random.nextInt(4_000)));
            }
            faults.heal();
            clock.advance(Duration.ofSeconds(10));
            processes.getFirst().post();
            processes.getFirst().relay();
            clock.advance(Duration.ofSeconds(10));
            processes.getFirst().relay();
            check();
        }

        private void check() {
            List<Tweet> tweets = store.ofAuthor(ADA, TweetId.LATEST, 100, Deadline.current());
            assertThat(tweets).as("tweets of the key, seed %d", seed).hasSize(1);
            TweetId id = tweets.getFirst().id();
            assertThat(answers).as("answers, seed %d", seed).isNotEmpty().containsOnly(id);
            Set<TweetEvent> events = new HashSet<>();
            stream.forEach(event -> events.add(withoutDate(event)));
            assertThat(events).as("events, seed %d", seed).contains(new TweetPosted(id, ADA))
                    .doesNotContain(new TweetDeleted(id, ADA)).allSatisfy(
                            event -> assertThat(events).containsAnyOf(new TweetPosted(id, ADA),
                                    new TweetDeleted(event.tweet(), ADA)));
            assertThat(store.backlog().entries()).as("still owed, seed %d", seed).isZero();
            assertThat(store.owedDeliveries().pending(Instant.MAX, 100)).as("owed to the timelines, seed %d", seed)
                    .anyMatch(delivery -> delivery.tweet().equals(id));
        }

        /** Whoever stores a tweet again owes another event, dated anew. */
        private static TweetEvent withoutDate(TweetEvent event) {
            return event instanceof TweetPosted posted ? new TweetPosted(posted.tweet(), posted.author()) : event;
        }

        /** One life of a process of the service. What it publishes at once it publishes in the request's own thread. */
        private final class Instance {
            private final WorkerIdLease lease = new WorkerIdLease(workerIds, "process-" + random.nextLong(), clock,
                    () -> clock.millis() * 1_000_000, random);
            private final SnowflakeGenerator ids = new SnowflakeGenerator(clock, lease);
            private final Idempotency idempotency = new Idempotency(faults.on(records),
                    new StoredTweets(faults.on((TweetStore) store), this::publishNow), ids::next, clock,
                    Runnable::run);
            private final TweetOutbox outbox = faults.on((TweetOutbox) store);
            private final Delivery<OutboxEntry> delivery = new Delivery<>(entry -> publish(entry.event()),
                    new TweetSettler(outbox, Runnable::run));
            private final OutboxRelay<OutboxEntry> relay = new OutboxRelay<>(
                    new PendingTweets(outbox, new WholeBatches(faults.on((TweetStore) store), Runnable::run),
                            Duration.ofSeconds(2), clock),
                    delivery, 500);
            private final PostTweet postTweet = new PostTweet(Moderation.allowAll(), ids, idempotency,
                    faults.on((TweetStore) store), this::publishNow, clock, () -> clock.millis() * 1_000_000);

            void step() {
                if (random.nextInt(4) == 0) {
                    relay();
                } else {
                    post();
                }
            }

            void post() {
                lease.keep();
                Outcome outcome = postTweet.post(draft("hello"), new IdempotencyKey("key-1"));
                switch (outcome) {
                    case Posted posted -> answers.add(posted.tweet());
                    case Replayed replayed -> answers.add(replayed.tweet());
                    default -> {
                        // In flight: the client will repeat.
                    }
                }
            }

            void relay() {
                relay.relay();
            }

            /** Half of the time; the other half it is the full queue of a process that dies. */
            private void publishNow(OutboxEntry entry) {
                if (random.nextBoolean()) {
                    publish(entry.event());
                    try {
                        outbox.settle(entry);
                    } catch (TweetsUnavailableException noAnswer) {
                        // The relay publishes it once more.
                    }
                }
            }

            private CompletionStage<?> publish(TweetEvent event) {
                stream.add(event);
                return CompletableFuture.completedStage(true);
            }
        }
    }
}
