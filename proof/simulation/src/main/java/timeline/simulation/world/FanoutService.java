package timeline.simulation.world;

import timeline.event.FollowEvent;
import timeline.event.TweetEvent;
import timeline.fanout.Backfill;
import timeline.fanout.FanoutPolicy;
import timeline.fanout.FanoutWorker;
import timeline.fanout.GraphUnavailableException;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.simulation.engine.Machine;
import timeline.simulation.log.LaneWork;
import timeline.simulation.port.FanoutGraph;
import timeline.simulation.port.RemoteHomeTimelines;
import timeline.simulation.port.RemoteTweets;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.TweetsUnavailableException;

/** An instance of the fan-out service: joins the consumers of both topics. */
public final class FanoutService {
    FanoutService(Machine machine, World world) {
        Wiring wiring = world.wiring();
        FanoutGraph graph = new FanoutGraph(world.links().fanoutGraph(), world.stores().audiences,
                world.pullSet());
        Tweets tweets = new RemoteTweets(world.links().store(), world.stores().tweets);
        HomeTimelineWriter cache = wiring
                .cacheOfFanout(new RemoteHomeTimelines(world.links().cache(), world.stores().timelines));
        FanoutWorker worker = new FanoutWorker(wiring.followers(graph, world), wiring.pullSet(graph, world),
                new FanoutPolicy(), tweets, cache, world.shape().pageFollowers());
        Backfill backfill = new Backfill(tweets, wiring.cacheOfBackfills(cache));
        world.tweetConsumers().join(machine,
                wiring.consuming(new LaneWork<TweetEvent>(world.scheduler(), machine, TweetEvent::author,
                        worker::handle, FanoutService::isOutage,
                        letter -> world.report("I13 conservation: given up as poison: " + letter))));
        world.followConsumers().join(machine,
                wiring.consuming(new LaneWork<FollowEvent>(world.scheduler(), machine, FollowEvent::follower,
                        backfill::handle, FanoutService::isOutage,
                        letter -> world.report("I13 conservation: given up as poison: " + letter))));
    }

    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof HomeTimelinesUnavailableException || failure instanceof TweetsUnavailableException
                || failure instanceof GraphUnavailableException;
    }
}
