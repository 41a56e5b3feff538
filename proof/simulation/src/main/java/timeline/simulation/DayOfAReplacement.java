package timeline.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import timeline.simulation.engine.Machine;
import timeline.simulation.port.Fault;
import timeline.simulation.world.World;

/**
 * A primary of the cache is replaced, and some have not heard of it for as long as can be; nothing else is wrong. What is posted meanwhile is
 * read for longer than it is owed.
 */
final class DayOfAReplacement {
    private static final int ROUNDS = 5;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(4);

    private final World world;
    private final List<Client> clients;

    DayOfAReplacement(World world, List<Client> clients) {
        this.world = world;
        this.clients = clients;
    }

    void pass() {
        world.trouble().happened(Fault.REPLACEMENT);
        clients.forEach(client -> client.readHead(4));
        List<Machine> deceived = world.replacePrimary();
        world.scheduler().outside().spawn("replacement", () -> {
            world.scheduler().pause(world.wiring().believed());
            deceived.forEach(world.stores().beliefs::undeceive);
        });
        clients.forEach(client -> client.post("replaced, by " + client.user(), Optional.empty()));
        for (int round = 0; round < ROUNDS; round++) {
            world.scheduler().pause(BETWEEN_ROUNDS);
            clients.forEach(client -> client.readHead(4));
        }
        world.stores().beliefs.undeceiveAll();
    }
}
