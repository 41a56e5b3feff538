package timeline.simulation.world;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import timeline.follow.Follow;
import timeline.follow.FollowOutcome;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowStore;
import timeline.follow.GraphUnavailableException;
import timeline.follow.NumberedFollow;
import timeline.follow.SocialGraph;
import timeline.follow.outbox.FollowEvents;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.OutboxEntry;
import timeline.follow.outbox.OutboxRelay;
import timeline.id.UserId;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.port.RemoteFollowOutbox;
import timeline.simulation.port.RemoteFollowStore;

/** An instance of the follow-service. */
public final class FollowService {
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    private static final int BATCH = 4;

    private final Machine machine;
    private final Scheduler scheduler;
    private final SocialGraph graph;
    private final Wiring.Following following;
    private final FollowEvents events;
    private final FollowOutbox outbox;
    private final Deque<OutboxEntry> waiting = new ArrayDeque<>();
    private boolean delivering;

    FollowService(Machine machine, World world) {
        this.machine = machine;
        this.scheduler = world.scheduler();
        Stores stores = world.stores();
        Links links = world.links();
        graph = new SocialGraph(new RemoteFollowStore(links.postgres(), new Owing(stores)), this::offer);
        following = world.wiring().following(graph, graph::follow, world);
        events = world.log();
        outbox = new RemoteFollowOutbox(links.postgres(), new Settling(stores));
        OutboxRelay relay = new OutboxRelay(outbox, events, BATCH);
        machine.spawn("relay", () -> relay(relay));
    }

    public FollowOutcome follow(UserId follower, UserId author) {
        return following.follow(follower, author);
    }

    public FollowOutcome unfollow(UserId follower, UserId author) {
        return graph.unfollow(follower, author);
    }

    private void relay(OutboxRelay relay) {
        while (true) {
            scheduler.pause(BETWEEN_ROUNDS);
            try {
                relay.relayDue();
            } catch (GraphUnavailableException outage) {
                // Tried again in a second.
            }
        }
    }

    /** What {@code PromptDelivery} does, whose thread lives in real time. */
    private void offer(OutboxEntry entry) {
        waiting.add(entry);
        if (!delivering) {
            delivering = true;
            machine.spawn("delivery", this::deliverAll);
        }
    }

    private void deliverAll() {
        while (!waiting.isEmpty()) {
            List<OutboxEntry> batch = new ArrayList<>(waiting);
            waiting.clear();
            try {
                outbox.delete(events.publish(batch));
            } catch (GraphUnavailableException outage) {
                // Left to the relay.
            }
        }
        delivering = false;
    }

    /** Writes down which events are owed, which the outbox does not tell. */
    private record Owing(Stores stores) implements FollowStore {
        @Override
        public FollowOutcome follow(Follow edge) {
            return owed(stores.follows.follow(edge));
        }

        @Override
        public FollowOutcome unfollow(Follow edge) {
            return owed(stores.follows.unfollow(edge));
        }

        @Override
        public List<NumberedFollow> followers(UserId followee, long before, int limit) {
            return stores.follows.followers(followee, before, limit);
        }

        @Override
        public List<NumberedFollow> following(UserId follower, long before, int limit) {
            return stores.follows.following(follower, before, limit);
        }

        private FollowOutcome owed(FollowOutcome outcome) {
            if (outcome instanceof Changed changed) {
                stores.owedFollows.put(changed.event().number(), changed.event().event());
            }
            return outcome;
        }
    }

    private record Settling(Stores stores) implements FollowOutbox {
        @Override
        public List<OutboxEntry> claim(int limit, Duration hold) {
            return stores.followOutbox.claim(limit, hold);
        }

        @Override
        public void delete(Collection<Long> numbers) {
            stores.followOutbox.delete(numbers);
            stores.owedFollows.keySet().removeAll(numbers);
        }

        @Override
        public Backlog backlog() {
            return stores.followOutbox.backlog();
        }
    }
}
