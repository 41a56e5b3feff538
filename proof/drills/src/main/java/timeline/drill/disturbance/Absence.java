package timeline.drill.disturbance;

import java.time.Duration;
import java.util.Locale;
import timeline.drill.disturbance.Disturbance.Scene;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.stack.Target;
import timeline.local.OnInterrupt;

/**
 * A component is away for a while, and comes back, with some time before it and after it to compare with. Whatever ends the drill, it is
 * not left away.
 *
 * @param before how long nothing happens first
 * @param lasting how long it stays away
 * @param after how long the drill looks on when it is back
 */
record Absence(InstanceFault fault, Duration before, Duration lasting, Duration after) {
    /** @return whether it was really gone */
    boolean takeAway(Scene scene, String service, String component) {
        Target target = scene.target();
        scene.phases().begin(service, Phase.BEFORE);
        scene.pacer().sleep(before);
        scene.progress().accept(component + ": taken away");
        scene.phases().begin(service, Phase.BROKEN);
        try (OnInterrupt _ = new OnInterrupt(() -> putBack(target, component))) {
            fault.take(target, component);
            boolean gone = !target.isRunning(component);
            scene.pacer().sleep(lasting);
            return gone;
        } catch (RuntimeException failed) {
            putBack(target, component);
            throw failed;
        }
    }

    private void putBack(Target target, String component) {
        if (!target.isRunning(component)) {
            fault.giveBack(target, component);
        }
    }

    /** @return whether it really came back */
    boolean giveBack(Scene scene, String service, String component) {
        scene.phases().begin(service, Phase.STARTING);
        long begun = scene.pacer().nanoTime();
        fault.giveBack(scene.target(), component);
        scene.progress().accept(String.format(Locale.ROOT, "%s: serves again after %.1f s", component,
                (scene.pacer().nanoTime() - begun) / 1e9));
        boolean back = scene.target().isRunning(component);
        scene.phases().begin(service, Phase.AFTER);
        scene.pacer().sleep(after);
        return back;
    }
}
