package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import timeline.drill.fault.Fault;

/**
 * A single fault happens, lasts for a while, and is mended.
 *
 * @param lasting how long it lasts while users go on, until an operator begins to mend it
 */
public record Outage(Fault fault, Duration lasting) implements Disturbance {
    @Override
    public List<Effect> happen(Scene scene) {
        List<Effect> effects = new Absence(Duration.ZERO, lasting, Duration.ZERO).happen(scene, fault).effects(fault);
        scene.phases().end();
        return effects;
    }
}
