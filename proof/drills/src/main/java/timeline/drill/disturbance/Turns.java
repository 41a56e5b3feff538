package timeline.drill.disturbance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import timeline.drill.disturbance.Absence.Observed;
import timeline.drill.fault.Fault;

/**
 * Faults, one turn after the other; each is mended before the next turn begins, whatever ends the drill.
 *
 * @param every from the beginning of one turn to the next, or longer if it takes longer
 * @param rest how long users are left alone between two turns, at least
 */
public record Turns(List<Turn> turns, Duration every, Duration rest) implements Disturbance {
    public Turns {
        turns = List.copyOf(turns);
    }

    /**
     * A fault, and perhaps another one that begins in the middle of it and is mended before it.
     *
     * @param lasting how long the first lasts, if the second does not take longer; the second lasts half as long
     */
    public record Turn(Fault first, Optional<Fault> second, Duration lasting) {
        @Override
        public String toString() {
            return first.what() + " for " + lasting.toSeconds() + " s"
                    + second.map(fault -> ", and meanwhile " + fault.what()).orElse("");
        }
    }

    @Override
    public List<Effect> happen(Scene scene) {
        for (Turn turn : turns) {
            scene.progress().accept("SCHEDULE: " + turn);
        }
        List<Effect> effects = new ArrayList<>();
        long begun = scene.pacer().nanoTime();
        for (int n = 0; n < turns.size(); n++) {
            scene.pacer().sleepUntil(begun + n * every.toNanos());
            happen(scene, turns.get(n), effects);
            scene.phases().end();
            scene.pacer().sleep(rest);
        }
        scene.pacer().sleepUntil(begun + turns.size() * every.toNanos());
        return effects;
    }

    private static void happen(Scene scene, Turn turn, List<Effect> effects) {
        Duration half = turn.lasting().dividedBy(2);
        Absence whole = new Absence(Duration.ZERO, turn.lasting(), Duration.ZERO);
        Observed first = turn.second().isEmpty()
                ? whole.happen(scene, turn.first())
                : whole.happen(scene, turn.first(),
                        turn.first().aim(scene.target(), scene.random()), () -> {
                            scene.pacer().sleep(half);
                            turn.second().ifPresent(second -> {
                                Scene beside = scene.with(scene.phases().beside());
                                effects.addAll(new Absence(Duration.ZERO, half, Duration.ZERO).happen(beside, second)
                                        .effects(second));
                                beside.phases().end();
                            });
                        });
        effects.addAll(first.effects(turn.first()));
    }
}
