package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import timeline.drill.stack.Target;

/**
 * Something breaks, stays broken for a while, and is mended.
 *
 * @param lasting how long it stays broken while users go on
 * @param breakIt what goes wrong; returns when it has
 * @param mend what an operator does about it; returns when it is done
 */
public record Outage(Duration lasting, Consumer<Target> breakIt, Consumer<Target> mend) implements Disturbance {
    @Override
    public List<Effect> happen(Scene scene) {
        scene.progress().accept("breaking it");
        breakIt.accept(scene.target());
        scene.progress().accept("broken; users go on for " + lasting.toSeconds() + " s");
        scene.pacer().sleep(lasting);
        scene.progress().accept("mending it");
        mend.accept(scene.target());
        return List.of();
    }
}
