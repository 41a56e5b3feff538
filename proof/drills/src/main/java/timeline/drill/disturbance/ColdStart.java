package timeline.drill.disturbance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.crowd.Load;
import timeline.drill.crowd.Workload;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.stack.Target;
import timeline.local.OnInterrupt;

/**
 * All instances of all services are stopped, and started as an operator starts a stack. In the moment in which that returns the users
 * come; how the first of them fare is compared with the users of later, when whatever warms up has warmed up.
 *
 * @param first how long somebody counts as one of the first
 * @param later when those of later begin to count, from the return on
 * @param end when they cease to
 */
public record ColdStart(Load load, Duration first, Duration later, Duration end) implements Disturbance {
    /** What the phases are of. */
    public static final String STACK = "stack";
    private static final double AT_MOST = 2;

    @Override
    public List<Shown> happen(Scene scene) {
        Target target = scene.target();
        List<String> instances = InstancesInTurn.SERVICES.stream()
                .flatMap(service -> target.instances(service).stream())
                .toList();
        scene.phases().begin(STACK, Phase.BROKEN);
        long stopped;
        try (OnInterrupt _ = new OnInterrupt(() -> target.startAll(instances))) {
            scene.progress().accept("stopping " + String.join(" ", instances));
            instances.forEach(target::stop);
            stopped = instances.stream().filter(instance -> target.state(instance) == Target.State.GONE).count();
        } catch (RuntimeException failed) {
            target.startAll(instances);
            throw failed;
        }
        scene.phases().begin(STACK, Phase.STARTING);
        scene.progress().accept("starting all of them");
        long told = scene.pacer().nanoTime();
        target.startAll(instances);
        long started = scene.pacer().nanoTime();
        scene.progress().accept(String.format(Locale.ROOT, "started in %.1f s; users come", (started - told) / 1e9));
        scene.phases().begin(STACK, Phase.AFTER);
        try (Workload _ = Workload.start(scene.crowd(), load, new SplittableRandom(scene.random().nextLong()))) {
            scene.pacer().sleepUntil(started + end.toNanos());
        }
        scene.phases().end();
        List<Shown> shown = new ArrayList<>();
        shown.add(new Effect("instances stopped", stopped, instances.size()));
        shown.addAll(compare(scene.ledger().requests(), started));
        return shown;
    }

    /** @param started when users were let in */
    List<Shown> compare(List<Request> requests, long started) {
        Waits waits = new Waits(requests);
        double early = waits.p99Millis(started, started + first.toNanos());
        double late = waits.p99Millis(started + later.toNanos(), started + end.toNanos());
        return List.of(new Effect("requests in the first " + first.toSeconds() + " s",
                waits.between(started, started + first.toNanos()), first.toSeconds()),
                new Effect("requests to compare them with",
                        waits.between(started + later.toNanos(), started + end.toNanos()),
                        end.minus(later).toSeconds()),
                new Figure(String.format(Locale.ROOT, "p99 from second %d to %d", later.toSeconds(), end.toSeconds()),
                        late, "ms"),
                new Limit("p99 of the first " + first.toSeconds() + " s", early, AT_MOST * late, "ms"));
    }
}
