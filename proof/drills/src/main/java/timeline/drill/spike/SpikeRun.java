package timeline.drill.spike;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import timeline.drill.disturbance.Phases;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.RedisNodes;
import timeline.drill.stack.Target;
import timeline.load.generator.Generator;
import timeline.load.generator.Listener;
import timeline.load.generator.Pace;
import timeline.load.generator.Phase;
import timeline.load.generator.Second;
import timeline.load.generator.Tally;

/** The peak, then far more than it, while the cache is emptied. */
final class SpikeRun {
    /** What the phases are of. */
    static final String STACK = "stack";

    private final SpikePlan plan;
    private final Generator generator;
    private final Target target;
    private final Phases phases;
    private final Consumer<String> progress;

    SpikeRun(SpikePlan plan, Generator generator, Target target, Phases phases, Consumer<String> progress) {
        this.plan = plan;
        this.generator = generator;
        this.target = target;
        this.phases = phases;
        this.progress = progress;
    }

    SpikeResult run() throws IOException, InterruptedException {
        Map<String, String> before = target.processes();
        List<String> primaries = RedisNodes.primaries(target);
        progress.accept("warming up for " + plan.warmUp() + " s");
        closed("warm-up", plan.warmUp());
        progress.accept("finding the peak, for " + plan.peak() + " s");
        Tally peak = closed("peak", plan.peak());
        if (peak.good() < plan.peak()) {
            throw new DrillException("there is no peak: of " + peak.offered() + " requests only " + peak.good()
                    + " had a good answer within " + Tally.USEFUL.toSeconds() + " s");
        }
        double perSecond = (double) peak.good() / plan.peak();
        progress.accept(String.format(Locale.ROOT, "the peak is %.0f/s", perSecond));
        Emptying emptying = new Emptying(primaries);
        List<Second> seconds = generator.run(plan.phases(perSecond), new Course(perSecond, emptying));
        phases.end();
        int emptied = emptying.end();
        Map<String, String> after = target.processes();
        List<String> ended = before.entrySet().stream()
                .filter(process -> !process.getValue().equals(after.get(process.getKey()))).map(Map.Entry::getKey)
                .sorted().toList();
        return new SpikeResult(plan, perSecond, seconds, primaries.size(), emptied, ended);
    }

    private Tally closed(String name, int seconds) throws IOException, InterruptedException {
        return Tally.sum(generator.run(List.of(SpikePlan.closed(name, seconds)), Listener.NONE).stream()
                .map(Second::tally).toList());
    }

    /** Says what goes on, on the thread of the generator, and has the cache emptied in the middle of the excess. */
    private final class Course implements Listener {
        private final List<Phase> course;
        private final Emptying emptying;

        Course(double peakPerSecond, Emptying emptying) {
            this.course = plan.phases(peakPerSecond);
            this.emptying = emptying;
        }

        @Override
        public void begun(int phase) {
            phases.begin(STACK, switch (phase) {
                case SpikePlan.CALM -> Phases.Phase.BEFORE;
                case SpikePlan.EXCESS -> Phases.Phase.BROKEN;
                default -> Phases.Phase.STARTING;
            });
            if (course.get(phase).pace() instanceof Pace.Open open) {
                progress.accept(String.format(Locale.ROOT, "%s: %.0f/s for %d s", course.get(phase).name(),
                        open.perSecond(), course.get(phase).seconds()));
            }
            if (phase == SpikePlan.EXCESS) {
                emptying.begin();
            }
        }

        @Override
        public void over(Second second) {
            if (second.number() + 1 == plan.calm() + plan.excess() + plan.recovery()) {
                phases.begin(STACK, Phases.Phase.AFTER);
            }
        }
    }

    /** All primaries, one after the other, beside the load. */
    private final class Emptying {
        private final List<String> primaries;
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        private final Thread thread;
        private int emptied;

        Emptying(List<String> primaries) {
            this.primaries = primaries;
            this.thread = Thread.ofVirtual().unstarted(this::empty);
        }

        private void empty() {
            try {
                for (String node : primaries) {
                    emptied += RedisNodes.empty(target, node) > 0 ? 1 : 0;
                }
            } catch (RuntimeException failed) {
                failure.set(failed);
            }
        }

        void begin() {
            thread.start();
        }

        /** @return how many primaries lost something */
        int end() throws InterruptedException {
            thread.join();
            RuntimeException failed = failure.get();
            if (failed != null) {
                throw failed;
            }
            return emptied;
        }
    }
}
