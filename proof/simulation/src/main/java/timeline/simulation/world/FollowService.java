package timeline.simulation.world;

import java.time.Duration;
import timeline.follow.FollowOutcome;
import timeline.follow.GraphUnavailableException;
import timeline.follow.SocialGraph;
import timeline.follow.outbox.FollowEvents;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.FollowSettler;
import timeline.follow.outbox.OutboxEntry;
import timeline.id.UserId;
import timeline.outbox.Delivery;
import timeline.outbox.OutboxRelay;
import timeline.outbox.RelayPace;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.port.RemoteFollowOutbox;
import timeline.simulation.port.RemoteFollowStore;

/** An instance of the follow-service. */
public final class FollowService {
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final int BATCH = 4;

    private final Scheduler scheduler;
    private final SocialGraph graph;
    private final Wiring.Following following;

    FollowService(Machine machine, World world) {
        this.scheduler = world.scheduler();
        Stores stores = world.stores();
        Links links = world.links();
        FollowOutbox outbox = new RemoteFollowOutbox(links.postgres(), stores.followOutbox);
        graph = new SocialGraph(new RemoteFollowStore(links.postgres(), stores.follows),
                new PublisherTwin<>(machine, delivery(outbox, world.log())));
        following = world.wiring().following(graph, graph::follow, world);
        OutboxRelay<OutboxEntry> relay = new OutboxRelay<>(limit -> outbox.claimPending(limit, FollowOutbox.HOLD),
                delivery(outbox, world.log()), BATCH);
        machine.spawn("relay", () -> relay(relay));
    }

    public FollowOutcome follow(UserId follower, UserId author) {
        return following.follow(follower, author);
    }

    public FollowOutcome unfollow(UserId follower, UserId author) {
        return graph.unfollow(follower, author);
    }

    private void relay(OutboxRelay<OutboxEntry> relay) {
        RelayPace pace = new RelayPace(BETWEEN_ROUNDS, LONGEST_PAUSE);
        Duration next = BETWEEN_ROUNDS;
        while (true) {
            scheduler.pause(next);
            try {
                next = pace.after(relay.relay());
            } catch (GraphUnavailableException outage) {
                next = BETWEEN_TRIES;
            }
        }
    }

    private static Delivery<OutboxEntry> delivery(FollowOutbox outbox, FollowEvents events) {
        return new Delivery<>(entry -> events.publish(entry.event()), new FollowSettler(outbox,
                GraphUnavailableException.class, Runnable::run));
    }
}
