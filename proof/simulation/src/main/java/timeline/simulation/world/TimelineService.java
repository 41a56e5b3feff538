package timeline.simulation.world;

import java.time.Duration;
import timeline.deadline.Deadline;
import timeline.home.FollowGraph;
import timeline.home.HomeTimeline;
import timeline.home.ReadLimits;
import timeline.home.TimelineAnswer;
import timeline.home.TimelineRebuilder;
import timeline.home.TweetHydrator;
import timeline.home.merge.SideBySide;
import timeline.hometimeline.HomeTimelineReader;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.engine.Machine;
import timeline.simulation.port.ReaderGraph;
import timeline.simulation.port.RemoteHomeTimelines;
import timeline.simulation.port.RemoteTweets;
import timeline.tweetstore.Tweets;

/** An instance of the timeline-service. */
public final class TimelineService {
    private static final int QUERIES_AT_ONCE = 4;
    /** More than there are in any world: what the cache of bodies evicts, it chooses in real time. */
    private static final int BODIES = 1_000_000;
    /**
     * As in production, but for two figures. Nobody waits for a rebuild in real time: the machine's threads give it time instead. And
     * nobody queues for the database, which would be a real wait.
     */
    private static final ReadLimits LIMITS = new ReadLimits(ReadLimits.DEFAULT.budget(), ReadLimits.DEFAULT.own(),
            ReadLimits.DEFAULT.celebrities(), ReadLimits.DEFAULT.hydration(), Duration.ZERO,
            ReadLimits.DEFAULT.rebuild(), 2, Integer.MAX_VALUE, ReadLimits.DEFAULT.shedAfter(), 40);

    private final Wiring.Reading reading;

    TimelineService(Machine machine, World world) {
        Wiring wiring = world.wiring();
        FollowGraph graph = wiring.graphOfReaders(
                new ReaderGraph(world.links().readerGraph(), world.stores().audiences), world);
        RemoteHomeTimelines remote = new RemoteHomeTimelines(world.links().cache(), world.stores().timelines);
        HomeTimelineReader cache = wiring.cacheOfReaders(remote, world);
        Tweets tweets = wiring.tweetsOfReaders(new RemoteTweets(world.links().store(), world.stores().tweets));
        SideBySide sideBySide = new SideBySide(machine.threads(), QUERIES_AT_ONCE);
        TimelineRebuilder rebuilder = new TimelineRebuilder(cache, wiring.graphOfRebuilds(graph), tweets, sideBySide,
                LIMITS, machine.nanoTime(), outcome -> {});
        TweetHydrator hydrator = new TweetHydrator(tweets, machine.threads(), machine.nanoTime(), BODIES);
        HomeTimeline timeline = new HomeTimeline(graph, cache, wiring.shownAhead(remote), tweets, hydrator, rebuilder,
                sideBySide, LIMITS, machine.nanoTime());
        reading = wiring.reading(timeline,
                (reader, before, limit) -> timeline.read(reader, before, limit,
                        Deadline.in(LIMITS.budget(), machine.nanoTime())),
                world);
    }

    public TimelineAnswer read(UserId reader, TweetId before, int limit) {
        return reading.read(reader, before, limit);
    }
}
