package timeline.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import timeline.id.UserId;
import timeline.simulation.engine.Machine;
import timeline.simulation.port.Fault;
import timeline.simulation.world.Fleet;
import timeline.simulation.world.World;

/**
 * Nobody delivers anything, for longer than the ceiling allows to miss it, and nothing else is wrong, but that the database was silent for a
 * moment just before: what is posted meanwhile, and what was posted by whom one follows meanwhile, is in every read of more than five seconds
 * later (G15). Outages of busier times are over before.
 */
final class DayWithoutAFanOut {
    private static final Duration A_TICK = Duration.ofMillis(1);
    private static final Duration A_MOMENT = Duration.ofMillis(1_500);
    private static final Duration BETWEEN_READS = Duration.ofMillis(5_500);
    private static final int READS = 2;

    private final World world;
    private final Iterable<Client> clients;

    DayWithoutAFanOut(World world, Iterable<Client> clients) {
        this.world = world;
        this.clients = clients;
    }

    void pass() {
        SplittableRandom random = world.scheduler().random();
        clients.forEach(client -> client.readHead(4));
        if (random.nextBoolean()) {
            world.trouble().happened(Fault.STORE_OUTAGE);
            world.links().store().setDown(true);
            world.scheduler().pause(A_MOMENT);
            world.links().store().setDown(false);
        }
        world.trouble().happened(Fault.CRASH);
        Fleet<?> fanouts = world.fanouts();
        fanouts.machines().forEach(Machine::crash);
        for (Client client : clients) {
            UserId other = new UserId(1 + random.nextInt(world.shape().users()));
            if (!other.equals(client.user())) {
                client.unfollow(other);
                // So that nobody can say that they overlapped.
                world.scheduler().pause(A_TICK);
                client.follow(other);
            }
            client.post("without a fan-out, by " + client.user(), Optional.empty());
        }
        for (int read = 0; read < READS; read++) {
            world.scheduler().pause(BETWEEN_READS);
            clients.forEach(client -> client.scroll(world.shape().longestPage()));
        }
        while (fanouts.machines().size() < 2) {
            fanouts.start(0);
        }
    }
}
