package timeline.drill;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import timeline.client.TimelineClient;
import timeline.drill.crowd.Calls;
import timeline.drill.crowd.Crowd;
import timeline.drill.crowd.CrowdPlan;
import timeline.drill.crowd.Ledger;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.crowd.Pacer;
import timeline.drill.crowd.Workload;
import timeline.drill.disturbance.Disturbance.Scene;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.drill.disturbance.Phases;
import timeline.drill.Settling.Settled;
import timeline.drill.stack.LoweredThreshold;
import timeline.drill.stack.Target;
import timeline.history.Action;
import timeline.history.Checker.Verdict;
import timeline.history.Checker;
import timeline.history.Conditions;
import timeline.history.History;
import timeline.history.Invariant.Finding;
import timeline.history.Recorder;

/** Carries one drill out on a running stack. */
final class DrillRun {
    private final Target target;
    private final Duration calm;
    private final Consumer<String> progress;
    private final Pacer pacer = Pacer.real();
    private final Recorder recorder = new Recorder(pacer::nanoTime);
    private final Ledger ledger = new Ledger(pacer::nanoTime, Clock.systemUTC());
    private final Phases phases = new Phases(pacer::nanoTime);

    /** @param calm how long users act before the disturbance, and after it */
    DrillRun(Target target, Duration calm, Consumer<String> progress) {
        this.target = target;
        this.calm = calm;
        this.progress = progress;
    }

    /** @param seed decides the graph and who acts when; the run's user names come from it too, so it must be fresh */
    DrillReport run(Drill drill, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String prefix = "d" + Long.toString(Math.floorMod(seed, 36L * 36 * 36 * 36 * 36 * 36), 36);
        try (TimelineClient client = new TimelineClient(target.gateways(), Clock.systemUTC(), ledger::tried);
                LoweredThreshold _ = LoweredThreshold.to(drill.crowd().threshold(), target)) {
            CrowdPlan plan = drill.crowd();
            progress.accept("gathering " + plan.authors() + " authors and " + plan.followers() + " followers"
                    + (plan.tweets() == 0 ? "" : ", and posting " + plan.tweets() + " tweets"));
            Crowd crowd = Crowd.gather(client, new Calls(recorder, ledger, pacer, prefix), prefix, plan, random);
            long gathered = pacer.nanoTime();
            Conditions conditions = healthy(drill.fresh());
            List<? extends Shown> shown;
            try (Workload _ = Workload.start(crowd, drill.load(), random.split())) {
                if (!drill.load().isNone()) {
                    pass("users post and read");
                }
                shown = drill.disturbance().happen(new Scene(target, crowd, ledger, random, pacer, phases, progress));
                if (!drill.load().isNone()) {
                    pass("it is over; users go on");
                }
            }
            Settled settled = new Settling(pacer, drill.recovery()).settle(() -> {
                progress.accept("everybody scrolls to the end");
                crowd.scroll();
            }, () -> judge(conditions));
            // What it took to gather them is no part of the drill: there whatever fails is tried again.
            List<Request> requests = ledger.requests().stream()
                    .filter(request -> request.invokedNanos() - gathered >= 0).toList();
            return report(drill, shown, recorder.history(),
                    Figures.of(requests, phases.stretches(), drill.tolerance()), judgeAnswers(settled));
        }
    }

    /** From now on everything has to be fresh; from now on, too, everything has to be there that was posted before. */
    private Conditions healthy(Optional<Duration> fresh) {
        return fresh.map(bound -> {
            pacer.sleep(bound);
            return new Conditions(pacer.nanoTime(), bound);
        }).orElse(Conditions.NONE);
    }

    /** What may heal; an answer that came late has come late, and nobody need wait for it to become another one. */
    private Verdict judge(Conditions conditions) {
        progress.accept("judging what they saw");
        return Checker.check(recorder.history(), conditions);
    }

    private Settled judgeAnswers(Settled settled) {
        List<Finding> findings = new ArrayList<>(settled.verdict().findings());
        findings.add(BoundedAnswers.check(ledger.requests()));
        return new Settled(new Verdict(findings), settled.recovered());
    }

    private static DrillReport report(Drill drill, List<? extends Shown> shown, History history, Figures figures,
            Settled settled) {
        List<Long> heads = history.operations().stream().filter(call -> call.action() instanceof Action.ReadHead)
                .map(call -> call.took().toNanos()).sorted().toList();
        return new DrillReport(drill, shown, history.acknowledgedPosts().count(), history.answeredReads().count(),
                history.answeredReads().filter(History.AnsweredRead::isDegraded).count(),
                figures,
                Duration.ofNanos(heads.get((int) (heads.size() * 0.99))), settled.recovered(), settled.verdict());
    }

    private void pass(String what) {
        progress.accept(what + " for " + calm.toSeconds() + " s");
        pacer.sleep(calm);
    }
}
