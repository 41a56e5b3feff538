package timeline.drill;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import timeline.client.TimelineClient;
import timeline.drill.Settling.Settled;
import timeline.drill.crowd.Calls;
import timeline.drill.crowd.Crowd;
import timeline.drill.crowd.CrowdPlan;
import timeline.drill.crowd.Ledger;
import timeline.drill.crowd.Pacer;
import timeline.drill.crowd.Workload;
import timeline.drill.disturbance.Disturbance.Scene;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.drill.disturbance.Phases;
import timeline.drill.report.Aftermath;
import timeline.drill.report.Course;
import timeline.drill.report.HistoryFile;
import timeline.drill.report.Live;
import timeline.drill.report.SteadyState;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.LoweredThreshold;
import timeline.drill.stack.Target;
import timeline.history.Conditions;
import timeline.history.Recorder;

/** Carries one drill out on a running stack. */
final class DrillRun {
    /** A tweet that is older is in a read, or the read says that it may lack some (G15). */
    private static final Duration CEILING = Duration.ofSeconds(5);
    private static final Duration STEADINESS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final long NAMES = 36L * 36 * 36 * 36 * 36 * 36;

    private final Target target;
    private final Path kept;
    private final Duration calm;
    private final Consumer<String> progress;
    private final Clock clock = Clock.systemUTC();
    private final Pacer pacer = Pacer.real();
    private final Recorder recorder = new Recorder(pacer::nanoTime);
    private final Ledger ledger = new Ledger(pacer::nanoTime, clock);
    private final Phases phases = new Phases(pacer::nanoTime);

    /**
     * @param kept the folder of what drills leave behind
     * @param calm for how long nobody may have noticed anything, before the disturbance begins and before users cease to act after it
     */
    DrillRun(Target target, Path kept, Duration calm, Consumer<String> progress) {
        this.target = target;
        this.kept = kept;
        this.calm = calm;
        this.progress = progress;
    }

    /** @param seed decides the graph, who acts when, and whom the disturbance strikes */
    DrillReport run(Drill drill, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        // Not by the seed: a drill that is repeated on the same stack needs other users.
        String run = Long.toString(Math.floorMod(clock.millis(), NAMES), Character.MAX_RADIX);
        Path file = kept.resolve(drill.name() + "-" + run).resolve("history.jsonl.gz");
        try (TimelineClient client = new TimelineClient(target.gateways(), clock, ledger::tried);
                LoweredThreshold _ = LoweredThreshold.to(drill.crowd().threshold(), target);
                HistoryFile history = new HistoryFile(file, recorder)) {
            CrowdPlan plan = drill.crowd();
            progress.accept("gathering " + plan.authors() + " authors and " + plan.followers() + " followers"
                    + (plan.tweets() == 0 ? "" : ", and posting " + plan.tweets() + " tweets"));
            Crowd crowd = Crowd.gather(client, new Calls(recorder, ledger, pacer, "d" + run), "d" + run, plan, random);
            Conditions conditions = healthy(drill.fresh());
            List<? extends Shown> shown;
            Course course;
            try (Workload _ = Workload.start(crowd, drill.load(), random.split());
                    Live _ = Live.start(ledger, progress)) {
                long begun = reachASteadyState(drill);
                long striking = pacer.nanoTime();
                progress.accept("STEADY STATE: "
                        + SteadyState.line(new Course(begun, striking, striking), since(begun)));
                shown = drill.disturbance().happen(new Scene(target, crowd, ledger, recorder::history, random, pacer,
                        phases, progress));
                course = new Course(begun, striking, pacer.nanoTime());
                passUntilNobodyNoticesAnything(drill);
            }
            Judgement judgement = new Judgement(drill, seed, course, recorder, ledger, phases);
            Settled settled = new Settling(pacer, drill.recovery()).settle(() -> {
                progress.accept("everybody scrolls to the end");
                crowd.scroll();
            }, () -> {
                history.keep();
                progress.accept("judging what they saw");
                return judgement.ofHistory(conditions);
            });
            return judgement.report(shown, settled, file);
        }
    }

    private List<Ledger.Request> since(long nanos) {
        return ledger.requests().stream().filter(request -> request.invokedNanos() - nanos >= 0).toList();
    }

    /** From now on everything has to be fresh; from now on, too, everything has to be there that was posted before. */
    private Conditions healthy(Optional<Duration> fresh) {
        return fresh.map(bound -> {
            pacer.sleep(bound);
            return new Conditions(pacer.nanoTime(), bound, Optional.of(CEILING));
        }).orElse(new Conditions(Long.MAX_VALUE, Duration.ZERO, Optional.of(CEILING)));
    }

    /**
     * What a stack can't bear to begin with says nothing of a disturbance: so it is waited for that nobody notices anything.
     *
     * @return when what was seen began to count
     * @throws DrillException when that is at no time so
     */
    private long reachASteadyState(Drill drill) {
        long begun = pacer.nanoTime();
        if (drill.load().isNone()) {
            return begun;
        }
        progress.accept("users post and read, until nobody has noticed anything for " + calm.toSeconds() + " s");
        if (!quietFor(calm, begun, STEADINESS)) {
            throw new DrillException("there is no steady state that could be disturbed: for "
                    + STEADINESS.toSeconds() + " s there was always somebody whose request failed or was flagged");
        }
        return pacer.nanoTime() - calm.toNanos();
    }

    /** Whether in that time, after the given moment, there comes a while in which nobody notices anything; returns at its end. */
    private boolean quietFor(Duration whole, long fromNanos, Duration patience) {
        return pacer.until(() -> {
            long since = pacer.nanoTime() - whole.toNanos();
            return since - fromNanos >= 0 && Aftermath.isQuietSince(since, ledger.requests());
        }, patience, BETWEEN_LOOKS);
    }

    /** They go on for longer than they need to notice that it lasts too long. */
    private void passUntilNobodyNoticesAnything(Drill drill) {
        if (!drill.load().isNone()) {
            progress.accept("it is over; users go on until nobody has noticed anything for " + calm.toSeconds() + " s");
            boolean _ = quietFor(calm, pacer.nanoTime(), drill.recovery().plus(calm));
        }
    }
}
