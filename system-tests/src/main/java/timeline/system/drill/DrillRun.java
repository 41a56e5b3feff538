package timeline.system.drill;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import timeline.client.TimelineClient;
import timeline.system.history.Action;
import timeline.system.history.Checker;
import timeline.system.history.Checker.Verdict;
import timeline.system.history.History;
import timeline.system.history.Recorder;

/** Carries one drill out on a running stack. */
final class DrillRun {
    private static final int AUTHORS = 8;
    private static final int FOLLOWERS = 32;
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(5);

    private final Target target;
    private final Consumer<String> progress;
    private final Recorder recorder = new Recorder(System::nanoTime);

    DrillRun(Target target, Consumer<String> progress) {
        this.target = target;
        this.progress = progress;
    }

    /** @param seed decides the graph and who acts when; the run's user names come from it too, so it must be fresh */
    DrillReport run(Drill drill, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String prefix = "d" + Long.toString(Math.floorMod(seed, 36L * 36 * 36 * 36 * 36 * 36), 36);
        try (TimelineClient client = new TimelineClient(target.gateway(), Clock.systemUTC())) {
            progress.accept("gathering " + AUTHORS + " authors and " + FOLLOWERS + " followers");
            Crowd crowd = Crowd.gather(client, recorder, prefix, AUTHORS, FOLLOWERS, random);
            try (Workload _ = Workload.start(crowd, prefix, random.split())) {
                pass(BEFORE, "users post and read");
                progress.accept("breaking it");
                drill.breakIt().accept(target);
                pass(drill.outage(), "broken; users go on");
                progress.accept("mending it");
                drill.mend().accept(target);
                pass(AFTER, "mended; users go on");
            }
            long mended = System.nanoTime();
            Verdict verdict = settle(crowd, mended + drill.recovery().toNanos());
            Duration recovered = Duration.ofNanos(System.nanoTime() - mended);
            return report(drill, recorder.history(), verdict, recovered);
        }
    }

    /** Everybody scrolls to the end, again and again, until nothing is missing any more or time is up. */
    private Verdict settle(Crowd crowd, long deadlineNanos) {
        Verdict verdict;
        do {
            progress.accept("everybody scrolls to the end");
            crowd.everybody().parallelStream().forEach(crowd::scroll);
            verdict = Checker.check(recorder.history());
        } while (!verdict.isKept() && System.nanoTime() < deadlineNanos);
        return verdict;
    }

    private static DrillReport report(Drill drill, History history, Verdict verdict, Duration recovered) {
        List<Long> heads = history.operations().stream().filter(call -> call.action() instanceof Action.ReadHead)
                .map(call -> call.took().toNanos()).sorted().toList();
        return new DrillReport(drill, history.acknowledgedPosts().count(), history.answeredReads().count(),
                history.answeredReads().filter(History.AnsweredRead::isDegraded).count(),
                history.operations().stream().filter(call -> !Crowd.succeeded(call)).count(),
                Duration.ofNanos(heads.get((int) (heads.size() * 0.99))), recovered,
                recovered.compareTo(drill.recovery()) <= 0, verdict);
    }

    private void pass(Duration time, String what) {
        progress.accept(what + " for " + time.toSeconds() + " s");
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted", interrupted);
        }
    }
}
