package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.RedisNodes;

/**
 * A node of a store stops: it keeps its connections, takes new ones, and says nothing. First a primary of the cache, then the social graph's
 * server.
 *
 * @param before how long nothing happens first
 * @param lasting how long each stays frozen
 * @param after how long the drill looks on afterwards
 */
public record NodesFrozen(Duration before, Duration lasting, Duration after) implements Disturbance {
    /** The service that a phase is of, while a node of the cache is concerned. */
    public static final String CACHE = "redis";
    /** The same of the social graph's server, which is called so, too. */
    public static final String GRAPH = "postgres";

    @Override
    public List<Effect> happen(Scene scene) {
        List<String> primaries = RedisNodes.primaries(scene.target());
        if (primaries.isEmpty()) {
            throw new DrillException("no primary of the cache answers");
        }
        Absence absence = new Absence(InstanceFault.FROZEN, before, lasting, after);
        int frozen = 0;
        int back = 0;
        String primary = primaries.get(scene.random().nextInt(primaries.size()));
        frozen += absence.takeAway(scene, CACHE, primary) ? 1 : 0;
        back += absence.giveBack(scene, CACHE, primary) ? 1 : 0;
        frozen += absence.takeAway(scene, GRAPH, GRAPH) ? 1 : 0;
        back += absence.giveBack(scene, GRAPH, GRAPH) ? 1 : 0;
        scene.phases().end();
        return List.of(new Effect("nodes frozen", frozen, 2), new Effect("of them back", back, 2));
    }
}
