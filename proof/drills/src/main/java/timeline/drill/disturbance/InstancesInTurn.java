package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import timeline.drill.disturbance.Absence.Observed;
import timeline.drill.fault.InstanceFault;
import timeline.drill.fault.TakenAway;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.Target;

/**
 * Of one service after the other an instance is taken away, while another one is there, and comes back. Whatever ends the drill, it is not
 * left away.
 *
 * @param times how often it is each service's turn
 */
public record InstancesInTurn(InstanceFault fault, int times) implements Disturbance {
    /** From the front to the back. */
    public static final List<String> SERVICES = List.of("gateway", "tweet-service", "timeline-service",
            "follow-service", "fanout-service");
    private static final Duration BEFORE = Duration.ofSeconds(5);
    /** In which its callers bring it to its full share. */
    private static final Duration AFTER = Duration.ofSeconds(10);

    @Override
    public List<Effect> happen(Scene scene) {
        Absence absence = new Absence(BEFORE, fault.lasting(), AFTER);
        int lot = scene.random().nextInt(2);
        int wanted = 0;
        int gone = 0;
        int back = 0;
        for (int time = 0; time < times; time++) {
            for (String service : SERVICES) {
                for (String instance : fault.whose(scene.target().instances(service), lot + time)) {
                    wanted++;
                    Observed observed = takeAway(scene, absence, service, instance);
                    gone += observed.struck() ? 1 : 0;
                    back += observed.mended() ? 1 : 0;
                }
            }
        }
        scene.phases().end();
        return List.of(new Effect("instances " + fault.participle(), gone, wanted),
                new Effect("of them back", back, wanted));
    }

    private Observed takeAway(Scene scene, Absence absence, String service, String instance) {
        Target target = scene.target();
        target.instances(service).stream().filter(each -> !target.isRunning(each)).findFirst().ifPresent(absent -> {
            throw new DrillException(absent + " does not run, so that nobody would be left without " + instance);
        });
        return absence.happen(scene, TakenAway.component(instance, service, fault));
    }
}
