package timeline.fanout.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.FanoutOutcome;
import timeline.fanout.FanoutOutcome.BackfillOwed;
import timeline.fanout.FanoutOutcome.Backfilled;
import timeline.fanout.FanoutOutcome.Ignored;
import timeline.fanout.FanoutOutcome.LeftToReaders;
import timeline.fanout.FanoutOutcome.Pushed;
import timeline.fanout.FanoutOutcome.Removed;
import timeline.fanout.LateDelivery;

/**
 * What the fan-out shows of itself, all under {@code timeline.fanout}: deliveries, skipped cold timelines, and followers whose part of the cache is lost, tweets by plan,
 * freshness (from a tweet's creation to its being in the last follower's timeline), outages by what was down, turns that
 * ended before their batch, dead letters; debts that were settled, and those that were delivered late or could not be.
 */
public final class FanoutMetrics {
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Counter deliveries;
    private final Counter cold;
    private final Counter missed;
    private final Timer freshness;

    public FanoutMetrics(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
        this.deliveries = meters.counter("timeline.fanout.deliveries");
        this.cold = meters.counter("timeline.fanout.cold");
        this.missed = meters.counter("timeline.fanout.missed");
        this.freshness = Timer.builder("timeline.fanout.freshness").publishPercentiles(0.5, 0.95, 0.99)
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1),
                        Duration.ofSeconds(3))
                .register(meters);
    }

    void handled(Object event, FanoutOutcome outcome) {
        switch (outcome) {
            case Pushed pushed -> pushed(event, pushed);
            case LeftToReaders left -> plan("pull");
            case Removed removed -> plan("remove");
            case Backfilled backfilled -> plan("backfill");
            case BackfillOwed owed -> plan("backfill-owed");
            case Ignored ignored -> plan("ignore");
        }
    }

    void unfinished() {
        meters.counter("timeline.fanout.unfinished").increment();
    }

    void outage(Outage outage) {
        meters.counter("timeline.fanout.outages", "down", outage.reason()).increment();
    }

    void deadLetter(String topic, RuntimeException cause) {
        meters.counter("timeline.fanout.dead.letters", "topic", topic, "cause", cause.getClass().getSimpleName())
                .increment();
    }

    /** @param debt {@code delivery} of a tweet, or {@code backfill} of a follow */
    public void settled(String debt, int debts) {
        meters.counter("timeline.fanout.settled", "debt", debt).increment(debts);
    }

    /** What late delivery came to. */
    public void late(String debt, LateDelivery.Round round) {
        meters.counter("timeline.fanout.late", "debt", debt, "outcome", "delivered").increment(round.delivered());
        meters.counter("timeline.fanout.late", "debt", debt, "outcome", "left").increment(round.failed());
    }

    private void pushed(Object event, Pushed pushed) {
        plan(pushed.ledOut() ? "leave-celebrity-mode" : "push");
        deliveries.increment((double) pushed.delivered());
        cold.increment((double) (pushed.followers() - pushed.delivered() - pushed.missed()));
        missed.increment((double) pushed.missed());
        if (event instanceof TweetPosted posted && pushed.isComplete()) {
            freshness.record(Duration.between(posted.tweet().createdAt(), clock.instant()));
        }
    }

    private void plan(String plan) {
        meters.counter("timeline.fanout.events", "plan", plan).increment();
    }
}
