package timeline.drill.spike;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import timeline.client.Session;
import timeline.drill.disturbance.Disturbance;
import timeline.drill.stack.DrillException;
import timeline.load.generator.Clients;
import timeline.load.generator.Generator;
import timeline.load.generator.Limits;
import timeline.load.generator.TimelineRequests;

/**
 * Half of what the stack can do is asked of it, then many times of that by clients who ask again at once when they are refused or hear
 * nothing for a second, while the whole cache is emptied; then half again. What the stack can do is found out first.
 */
public record Spike(SpikePlan plan) implements Disturbance {
    /** What the phases are of. */
    public static final String STACK = SpikeRun.STACK;
    private static final int READS_PER_POST = 10;
    private static final Limits LIMITS = new Limits(512, 2_048, Limits.PATIENCE);

    @Override
    public List<Shown> happen(Scene scene) {
        scene.progress().accept("gathering " + plan.users() + " more users");
        List<String> tokens = scene.crowd().bystanders(plan.users()).stream().map(Session::token).toList();
        URI gateway = scene.target().gateways().getFirst();
        // Of this run alone: keys and texts have to be fresh.
        String run = "spike" + Long.toUnsignedString(scene.random().nextLong(), Character.MAX_RADIX);
        TimelineRequests requests = new TimelineRequests(gateway.getAuthority(), tokens, READS_PER_POST, run,
                new SplittableRandom(scene.random().nextLong()));
        try (Generator generator = new Generator(new InetSocketAddress(gateway.getHost(), gateway.getPort()), LIMITS,
                Clients.IMPATIENT, requests)) {
            return new SpikeRun(plan, generator, scene.target(), scene.phases(), scene.progress()).run().shown();
        } catch (IOException failed) {
            throw new DrillException("the load could not be made", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted", interrupted);
        }
    }
}
