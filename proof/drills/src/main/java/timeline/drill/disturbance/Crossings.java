package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import timeline.client.Session;
import timeline.drill.crowd.Crew;
import timeline.drill.disturbance.RoundTrip.Reached;

/**
 * All authors become celebrities and cease to be, again and again, since their fickle followers come and go.
 *
 * @param rounds how often each author goes up and down
 */
public record Crossings(int rounds) implements Disturbance {
    private static final Duration APART = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Override
    public List<Effect> happen(Scene scene) {
        List<Session> authors = scene.crowd().authors();
        AtomicInteger up = new AtomicInteger();
        AtomicInteger down = new AtomicInteger();
        Crew.work(authors.size(), authors.size(), n -> {
            // Not all at once: that would be a test of how much a machine can take.
            scene.pacer().sleep(APART.multipliedBy(n));
            RoundTrip trip = new RoundTrip(new Fame(scene, authors.get(n)), scene.pacer(), PATIENCE);
            Reached reached = Reached.UP_AND_DOWN;
            for (int round = 0; round < rounds && reached == Reached.UP_AND_DOWN; round++) {
                reached = trip.go();
                up.addAndGet(reached == Reached.NOTHING ? 0 : 1);
                down.addAndGet(reached == Reached.UP_AND_DOWN ? 1 : 0);
                scene.progress().accept("crossed " + up + " times up, " + down + " times down");
            }
        });
        int wanted = authors.size() * rounds;
        return List.of(new Effect("crossings into celebrity mode", up.get(), wanted),
                new Effect("crossings out of it", down.get(), wanted));
    }
}
