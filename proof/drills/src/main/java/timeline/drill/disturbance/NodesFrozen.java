package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import timeline.drill.disturbance.Absence.Observed;
import timeline.drill.fault.InstanceFault;
import timeline.drill.fault.RedisFaults;
import timeline.drill.fault.TakenAway;

/**
 * A node of a store stops: it keeps its connections, takes new ones, and says nothing. First a primary of the cache, then the social graph's
 * server.
 *
 * @param before how long nothing happens first
 * @param lasting how long each stays frozen
 * @param after how long the drill looks on afterwards
 */
public record NodesFrozen(Duration before, Duration lasting, Duration after) implements Disturbance {
    /** The social graph's server, and what its phases are of. */
    public static final String GRAPH = "postgres";

    @Override
    public List<Effect> happen(Scene scene) {
        Absence absence = new Absence(before, lasting, after);
        Observed cache = absence.happen(scene, RedisFaults.primary(InstanceFault.FROZEN));
        Observed graph = absence.happen(scene, TakenAway.component(GRAPH, GRAPH, InstanceFault.FROZEN));
        scene.phases().end();
        return List.of(
                new Effect("nodes frozen", (cache.struck() ? 1 : 0) + (graph.struck() ? 1 : 0), 2),
                new Effect("of them back", (cache.mended() ? 1 : 0) + (graph.mended() ? 1 : 0), 2));
    }
}
