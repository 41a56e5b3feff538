package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Disturbance.Scene;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.fault.Fault;
import timeline.drill.fault.Fault.Damage;
import timeline.local.OnInterrupt;

/**
 * A fault lasts for a while and is mended, with some time before it and after it to compare with. Whatever ends the drill, it is mended.
 *
 * @param before how long nothing happens first
 * @param lasting how long it lasts
 * @param after how long the drill looks on when all serves again
 */
record Absence(Duration before, Duration lasting, Duration after) {
    /** A process of many threads stops thread by thread. */
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /**
     * What the stack said of it.
     *
     * @param struck whether it was seen when it had happened, and still when it was to be mended
     * @param mended whether everything was seen to serve afterwards
     */
    record Observed(boolean struck, boolean mended) {
        /** For one fault. */
        List<Effect> effects(Fault fault) {
            return List.of(new Effect(fault.what() + ", as the stack says", struck ? 1 : 0, 1),
                    new Effect("serving again, as the stack says", mended ? 1 : 0, 1));
        }
    }

    Observed happen(Scene scene, Fault fault) {
        return happen(scene, fault, fault.aim(scene.target(), scene.random()));
    }

    Observed happen(Scene scene, Fault fault, Damage damage) {
        return happen(scene, fault, damage, () -> scene.pacer().sleep(lasting));
    }

    /** @param meanwhile what goes on while it lasts, and for how long */
    Observed happen(Scene scene, Fault fault, Damage damage, Runnable meanwhile) {
        scene.phases().begin(fault.part(), Phase.BEFORE);
        scene.pacer().sleep(before);
        scene.phases().begin(fault.part(), Phase.BROKEN);
        scene.progress().accept("FAULT: " + fault.what() + " (" + String.join(" ", damage.victims()) + ")");
        boolean struck;
        try (OnInterrupt _ = new OnInterrupt(damage::mend)) {
            damage.inflict();
            struck = scene.pacer().until(damage::isSeen, SEEN_WITHIN, BETWEEN_LOOKS);
            scene.progress().accept(struck ? "the stack says so" : "THE STACK SAYS OTHERWISE");
            meanwhile.run();
            struck &= damage.isSeen();
            scene.phases().begin(fault.part(), Phase.STARTING);
            scene.progress().accept("mending it");
            long begun = scene.pacer().nanoTime();
            damage.mend();
            scene.pacer().sleep(damage.foundAgain());
            scene.progress().accept(String.format(Locale.ROOT, "%s: serves again after %.1f s",
                    String.join(" ", damage.victims()), (scene.pacer().nanoTime() - begun) / 1e9));
        } catch (RuntimeException failed) {
            damage.mend();
            throw failed;
        }
        boolean mended = damage.isMended();
        scene.phases().begin(fault.part(), Phase.AFTER);
        scene.pacer().sleep(after);
        return new Observed(struck, mended);
    }
}
