package timeline.simulation.world;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import timeline.deadline.Deadline;
import timeline.home.FollowGraph;
import timeline.home.HomeTimeline;
import timeline.home.NewTweets;
import timeline.home.ReadLimits;
import timeline.home.TimelineAnswer;
import timeline.home.TimelineRebuilder;
import timeline.home.TweetHydrator;
import timeline.home.bodies.DeletionRounds;
import timeline.home.bodies.KeptBodies;
import timeline.home.bodies.KnownDeletions;
import timeline.home.merge.SideBySide;
import timeline.home.owed.Ceiling;
import timeline.home.owed.OwedList;
import timeline.home.owed.OwedLooks;
import timeline.hometimeline.HomeTimelineReader;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.engine.Machine;
import timeline.simulation.port.ReaderGraph;
import timeline.simulation.port.RemoteHomeTimelines;
import timeline.simulation.port.RemoteOwedDeliveries;
import timeline.simulation.port.RemoteTweets;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.TweetsUnavailableException;

/** An instance of the timeline-service. */
public final class TimelineService {
    private static final int QUERIES_AT_ONCE = 4;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    /** More than there are in any world: what the cache of bodies evicts, it chooses in real time. */
    private static final int BODIES = 1_000_000;
    /**
     * As in production, but for some figures. Nobody waits for a rebuild in real time: the machine's threads give it time instead. And
     * nobody queues for the database, which would be a real wait.
     */
    private static ReadLimits limits(Shape shape) {
        ReadLimits real = ReadLimits.DEFAULT;
        return new ReadLimits(real.budget(), real.own(), real.celebrities(), real.hydration(), Duration.ZERO,
                real.rebuild(),
                2, Integer.MAX_VALUE, real.shedAfter(), 40, shape.rebuilt());
    }

    private final Wiring.Reading reading;
    private final Ceiling ceiling;
    private final BooleanSupplier deceived;

    TimelineService(Machine machine, World world) {
        Wiring wiring = world.wiring();
        ReadLimits limits = limits(world.shape());
        deceived = () -> world.stores().beliefs.isDeceived(machine);
        FollowGraph graph = wiring.graphOfReaders(
                new ReaderGraph(world.links().readerGraph(), world.stores().audiences), world);
        RemoteHomeTimelines remote = new RemoteHomeTimelines(world.links().cache(), world.stores().beliefs, machine);
        HomeTimelineReader cache = wiring.cacheOfReaders(remote, world);
        Tweets tweets = wiring.tweetsOfReaders(new RemoteTweets(world.links().store(), world.stores().tweets));
        SideBySide sideBySide = new SideBySide(machine.threads(), QUERIES_AT_ONCE);
        KnownDeletions known = new KnownDeletions(machine.clock(), machine.nanoTime());
        KeptBodies bodies = new KeptBodies(wiring.latelyDeleted(known), machine.nanoTime(), BODIES);
        TimelineRebuilder rebuilder = new TimelineRebuilder(cache, wiring.graphOfRebuilds(graph), tweets, bodies,
                sideBySide,
                limits, machine.nanoTime(), outcome -> {});
        DeletionRounds rounds = new DeletionRounds(wiring.deletions(world.deletions()), known, machine.threads(),
                machine.clock(), machine.nanoTime());
        machine.spawn("deletions", () -> repeat(world, DeletionRounds.EVERY, rounds::ask));
        TweetHydrator hydrator = new TweetHydrator(tweets, machine.threads(), machine.nanoTime(),
                bodies);
        OwedList owed = new OwedList();
        OwedLooks looks = new OwedLooks(wiring.owedDeliveriesOfReaders(
                new RemoteOwedDeliveries(world.links().store(), world.stores().tweets.owedDeliveries())), owed,
                machine.clock(), machine.nanoTime());
        ceiling = wiring.ceiling(new Ceiling(owed, machine.clock(), machine.nanoTime(), true));
        HomeTimeline timeline = new HomeTimeline(graph, cache, wiring.shownAhead(remote, world), tweets, hydrator,
                rebuilder,
                sideBySide, limits, ceiling, machine.nanoTime());
        NewTweets newTweets = new NewTweets(looks, hydrator, machine.nanoTime());
        machine.spawn("new-debts", () -> repeat(world, OwedLooks.OFTEN, newTweets::look));
        machine.spawn("all-debts", () -> repeat(world, OwedLooks.RARELY, looks::lookAtEverything));
        reading = wiring.reading(timeline,
                (reader, before, limit) -> timeline.read(reader, before, limit,
                        Deadline.in(limits.budget(), machine.nanoTime())),
                world);
    }

    /** Whether it knows what is owed. */
    boolean isReady() {
        return ceiling.age().isPresent();
    }

    /** Whether it believes a primary of the cache that was replaced. */
    public boolean isDeceived() {
        return deceived.getAsBoolean();
    }

    public TimelineAnswer read(UserId reader, TweetId before, int limit) {
        return reading.read(reader, before, limit);
    }

    private static void repeat(World world, Duration pause, Runnable look) {
        while (true) {
            Duration next = pause;
            try {
                look.run();
            } catch (TweetsUnavailableException outage) {
                next = BETWEEN_TRIES;
            }
            world.scheduler().pause(next);
        }
    }
}
