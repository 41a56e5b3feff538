package timeline.simulation.world;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import timeline.deadline.Deadline;
import timeline.event.FollowEvent;
import timeline.event.TweetEvent;
import timeline.fanout.Backfill;
import timeline.fanout.FanoutOutcome;
import timeline.fanout.FanoutPolicy;
import timeline.fanout.FanoutWorker;
import timeline.fanout.GraphUnavailableException;
import timeline.fanout.LateBackfills;
import timeline.fanout.LateDelivery;
import timeline.fanout.OwedBackfill;
import timeline.fanout.OwedBackfills;
import timeline.fanout.Progress;
import timeline.fanout.Settling;
import timeline.fanout.TweetDelivery;
import timeline.fanout.UnfinishedException;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.simulation.engine.Machine;
import timeline.simulation.log.LaneWork;
import timeline.simulation.log.Topic;
import timeline.simulation.port.FanoutGraph;
import timeline.simulation.port.RemoteHomeTimelines;
import timeline.simulation.port.RemoteOwedDeliveries;
import timeline.simulation.port.RemotePrimaries;
import timeline.simulation.port.RemoteTweetStore;
import timeline.simulation.port.RemoteTweets;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.TweetsUnavailableException;

/** An instance of the fan-out service: joins the consumers of both topics. */
public final class FanoutService {
    private static final Duration SHORTEST_TURN = Duration.ofMillis(2);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    private static final int LATE_ENTRIES = 10;
    private static final int DELIVERIES_AT_ONCE = 1_000;
    /** As many events as may be on their way through the instances without any backlog. */
    private static final int BEING_HANDLED = 12;

    FanoutService(Machine machine, World world) {
        Wiring wiring = world.wiring();
        boolean hurried = world.scheduler().random().nextInt(4) == 0;
        FanoutGraph graph = new FanoutGraph(world.links().fanoutGraph(), world.stores().audiences,
                world.pullSet(), world.stores().owedBackfills);
        Tweets tweets = new RemoteTweets(world.links().store(), world.stores().tweets);
        HomeTimelineWriter remote = new RemoteHomeTimelines(world.links().cache(), world.stores().beliefs, machine);
        HomeTimelineWriter cache = wiring.cacheOfFanout(remote);
        CachePrimaries primaries = wiring
                .primaries(new RemotePrimaries(world.links().cache(), world.stores().beliefs, machine));
        FanoutWorker worker = new FanoutWorker(wiring.followers(graph, world), wiring.pullSet(graph, world),
                new FanoutPolicy(), tweets, cache, primaries, world.shape().pageFollowers());
        OwedDeliveries owed = wiring.owedDeliveries(
                new RemoteOwedDeliveries(world.links().store(), world.stores().tweets.owedDeliveries()));
        Settling<OwedDelivery> settling = new Settling<>((paid, deadline) -> owed.settle(paid), primaries,
                wiring.clockOfSettling(machine.nanoTime()), DELIVERIES_AT_ONCE);
        TweetDelivery delivery = new TweetDelivery(worker, primaries, settling);
        LateDelivery late = new LateDelivery(owed, new RemoteTweetStore(world.links().store(), world.stores().tweets,
                world.stores().batchlog), tweets, delivery, settling, primaries,
                () -> isBehind(world, world.stores().tweetEvents), machine.clock(),
                LATE_ENTRIES);
        machine.spawn("settling", () -> repeat(world, () -> settling.settle(turn(machine))));
        machine.spawn("late-delivery",
                () -> repeat(world, () -> untilThereIsNone(() -> late.deliver(() -> turn(machine)))));
        OwedBackfills backfills = wiring.owedBackfills(graph, world);
        Settling<OwedBackfill> settlingOfFollows = new Settling<>(backfills::settle, primaries,
                wiring.clockOfSettling(machine.nanoTime()), OwedBackfills.MOST_SETTLED);
        Backfill backfill = new Backfill(tweets, wiring.cacheOfBackfills(remote), primaries, settlingOfFollows);
        LateBackfills lateBackfills = new LateBackfills(backfills, backfill, settlingOfFollows, primaries,
                () -> isBehind(world, world.stores().followEvents), LATE_ENTRIES);
        machine.spawn("settling-follows", () -> repeat(world, () -> settlingOfFollows.settle(turn(machine))));
        machine.spawn("late-backfills",
                () -> repeat(world, () -> untilThereIsNone(() -> lateBackfills.bring(() -> turn(machine)))));
        world.tweetConsumers().join(machine,
                wiring.consumingTweets(new LaneWork<TweetEvent>(world.scheduler(), machine,
                        TweetEvent::author, event -> turns(world, machine, hurried, delivery, event),
                        FanoutService::isOutage,
                        letter -> world.report("I13 conservation: given up as poison: " + letter)), world));
        world.followConsumers().join(machine,
                wiring.consumingFollows(new LaneWork<FollowEvent>(world.scheduler(), machine, FollowEvent::follower,
                        event -> () -> {
                            backfill.handle(event, Deadline.in(TURN, machine.nanoTime()));
                            return true;
                        }, FanoutService::isOutage,
                        letter -> world.report("I13 conservation: given up as poison: " + letter)), world));
    }

    /**
     * In most worlds a turn is as long as in production, and longer than anything that is done in it. In the others, which are slower,
     * turns are of very different lengths, and some end before the first follower, until all trouble is over.
     */
    private static BooleanSupplier turns(World world, Machine machine, boolean hurried, TweetDelivery delivery,
            TweetEvent event) {
        Progress progress = new Progress();
        SplittableRandom random = world.scheduler().random();
        return () -> {
            Duration length = hurried && !world.trouble().isOver()
                    ? SHORTEST_TURN.plusNanos(random.nextLong(TURN.toNanos()) >> random.nextInt(12))
                    : TURN;
            Deadline turn = Deadline.in(length, machine.nanoTime());
            try {
                FanoutOutcome _ = delivery.handle(event, progress, turn);
                return true;
            } catch (UnfinishedException later) {
                return false;
            } catch (RuntimeException failure) {
                if (isOutage(failure) && turn.hasPassed()) {
                    return false;
                }
                throw failure;
            }
        };
    }

    /** Goes on at once while there is more. */
    private static int untilThereIsNone(Supplier<LateDelivery.Round> rounds) {
        int delivered = 0;
        int now;
        do {
            now = rounds.get().delivered();
            delivered += now;
        } while (now > 0);
        return delivered;
    }

    private static boolean isBehind(World world, Topic<?> topic) {
        try {
            return world.links().log().call("log.lag", "", topic::lag) > BEING_HANDLED;
        } catch (Links.LogUnavailableException silent) {
            return false;
        }
    }

    private static void repeat(World world, IntSupplier round) {
        while (true) {
            world.scheduler().pause(BETWEEN_ROUNDS);
            try {
                int _ = round.getAsInt();
            } catch (RuntimeException failure) {
                if (!isOutage(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static Deadline turn(Machine machine) {
        return Deadline.in(TURN, machine.nanoTime());
    }

    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof HomeTimelinesUnavailableException || failure instanceof TweetsUnavailableException
                || failure instanceof GraphUnavailableException;
    }
}
