package timeline.simulation.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import timeline.simulation.engine.DefectException;
import timeline.simulation.engine.Promise;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.storm.Weather.Trouble;
import timeline.simulation.storm.stack.Design;
import timeline.simulation.storm.stack.Ledger;
import timeline.simulation.storm.stack.Stack;

/** One storm, from the calm before it to the calm after it. */
public final class Storm {
    /** After this all has to be as before. */
    static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Duration AFTERWARDS = Duration.ofSeconds(6);

    private final Scheduler scheduler;
    private final Weather weather;
    private final Ledger ledger = new Ledger();
    private final Crowd crowd;
    private final Skies skies;

    /**
     * What came of a seed.
     *
     * @param checks how often each promise was put to the test
     * @param violations every promise that was broken, its name first
     */
    public record Result(long seed, String weather, List<String> kinds, Map<String, Long> checks,
            List<String> violations, long requests, long steps, List<String> seconds) {
        public boolean isKept() {
            return violations.isEmpty();
        }
    }

    private Storm(long seed, Design design) {
        scheduler = new Scheduler(seed);
        weather = Weather.of(scheduler.random());
        Stack stack = new Stack(scheduler, design, ledger);
        crowd = new Crowd(scheduler, stack);
        skies = new Skies(scheduler, stack);
    }

    /** Runs a seed, and judges what its clients got. */
    public static Result run(long seed, Design design) {
        Storm storm = new Storm(seed, design);
        List<String> violations = new ArrayList<>();
        Map<String, Long> checks = new TreeMap<>();
        try {
            storm.scheduler.run(storm::story);
            Judge judge = new Judge(storm.weather, storm.crowd.visits(), storm.ledger, storm.clearAt());
            judge.judge();
            violations.addAll(judge.violations());
            checks.putAll(judge.checks());
        } catch (DefectException defect) {
            violations.add("defect: " + defect.getMessage());
        }
        return new Result(seed, storm.weather.toString(), storm.weather.kinds(), checks, violations,
                storm.crowd.visits().size(), storm.scheduler.steps(), Seconds.of(storm.crowd.visits()));
    }

    private void story() {
        List<Promise<Boolean>> troubles = new ArrayList<>();
        for (Trouble trouble : weather.troubles()) {
            Promise<Boolean> over = new Promise<>(scheduler);
            scheduler.outside().spawn("weather", () -> {
                skies.bring(trouble);
                over.keep(true);
            });
            troubles.add(over);
        }
        // The longest trouble ends before this does.
        Duration latest = Duration.ofSeconds(18 + 6).plus(RECOVERY).plus(AFTERWARDS);
        scheduler.outside().spawn("crowd", () -> {
            // A gateway takes requests when it knows somebody behind it.
            scheduler.pause(Duration.ofSeconds(1));
            crowd.come(weather, latest);
        });
        troubles.forEach(Promise::await);
        scheduler.pause(Math.max(0, latest.toNanos() - scheduler.nanos()));
        while (crowd.present() > 0) {
            scheduler.pause(Duration.ofMillis(100));
        }
    }

    private Duration clearAt() {
        Duration spike = weather.excess() > 0 ? Weather.SPIKE_UNTIL : Duration.ZERO;
        return spike.compareTo(skies.clearAt()) > 0 ? spike : skies.clearAt();
    }
}
