package timeline.drill.disturbance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import timeline.drill.disturbance.Absence.Observed;
import timeline.drill.fault.Fault;
import timeline.drill.fault.InstanceFault;
import timeline.drill.fault.TakenAway;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.Target;

/**
 * Of one kind after the other an instance is taken away, while the others are there, and comes back: in one way after the other. Whatever
 * ends the drill, it is not left away. Each turn takes another instance.
 *
 * @param kinds services or stores
 * @param times how often it is each kind's turn
 */
public record InstancesInTurn(List<String> kinds, List<InstanceFault> faults, int times) implements Disturbance {
    /** Those of which one of three may be away. */
    public static final List<String> STORES = List.of("kafka", "cassandra");
    /** From the front to the back. */
    public static final List<String> SERVICES = List.of("gateway", "tweet-service", "timeline-service",
            "follow-service", "fanout-service");
    private static final Duration BEFORE = Duration.ofSeconds(5);
    /** In which its callers bring it to its full share. */
    private static final Duration AFTER = Duration.ofSeconds(10);

    public InstancesInTurn {
        kinds = List.copyOf(kinds);
        faults = List.copyOf(faults);
    }

    @Override
    public List<Effect> happen(Scene scene) {
        int lot = scene.random().nextInt(2);
        List<Effect> effects = new ArrayList<>();
        for (InstanceFault fault : faults) {
            effects.addAll(happen(scene, fault, lot));
            lot += times;
        }
        scene.phases().end();
        return effects;
    }

    private List<Effect> happen(Scene scene, InstanceFault fault, int lot) {
        Absence absence = new Absence(BEFORE, fault.lasting(), AFTER);
        int wanted = 0;
        int gone = 0;
        int back = 0;
        for (int time = 0; time < times; time++) {
            for (String kind : kinds) {
                for (String instance : fault.whose(scene.target().instances(kind), lot + time)) {
                    wanted++;
                    Observed observed = takeAway(scene, absence, TakenAway.component(instance, kind, fault));
                    gone += observed.struck() ? 1 : 0;
                    back += observed.mended() ? 1 : 0;
                }
            }
        }
        return List.of(new Effect("instances " + fault.participle(), gone, wanted),
                new Effect("of them back", back, wanted));
    }

    private static Observed takeAway(Scene scene, Absence absence, Fault fault) {
        Target target = scene.target();
        target.instances(fault.part()).stream().filter(each -> !target.isRunning(each)).findFirst()
                .ifPresent(absent -> {
                    throw new DrillException(absent + " does not run, so that too few would be left: " + fault.what());
                });
        return absence.happen(scene, fault);
    }
}
