package timeline.load.overload;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import timeline.load.generator.Generator;
import timeline.load.generator.Listener;
import timeline.load.generator.Pace;
import timeline.load.generator.Phase;
import timeline.load.generator.Second;
import timeline.load.generator.Tally;
import timeline.local.StackException;

/** The peak, then two storms with calm around them. */
final class OverloadRun {
    private static final double MILDER = 3;
    private static final double WORSE = 10;
    /** More than by chance. */
    private static final double WARM = 1.05;
    /** Seconds; the tokens do not live for ever. */
    private static final int LONGEST_WARM_UP = 120;

    private final Generator generator;
    private final Observed observed;
    private final Consumer<String> results;
    private final Consumer<String> progress;

    OverloadRun(Generator generator, Observed observed, Consumer<String> results, Consumer<String> progress) {
        this.generator = generator;
        this.observed = observed;
        this.results = results;
        this.progress = progress;
    }

    /** The processor time that was used when a phase began. */
    private record Mark(Duration gateway, Duration generator) {}

    Verdict run(Plan plan) throws IOException, InterruptedException {
        Map<String, Long> before = observed.processes();
        if (plan.warmUp() > 0) {
            warmUp(plan);
        }
        double peak = peak(plan);
        List<Phase> phases = plan.storms(peak, MILDER, WORSE);
        Reporter reporter = new Reporter(phases);
        results.accept(Table.HEAD);
        List<Second> seconds = generator.run(phases, reporter);
        reporter.mark();
        Map<String, Long> after = observed.processes();
        List<String> ended = before.entrySet().stream()
                .filter(process -> !process.getValue().equals(after.get(process.getKey()))).map(Map.Entry::getKey)
                .sorted().toList();
        List<Stretch> stretches = reporter.stretches(seconds);
        List<Storm> storms = List.of(new Storm(stretches.get(1), stretches.get(2)),
                new Storm(stretches.get(3), stretches.get(4)));
        return new Verdict(peak, stretches.getFirst(), storms, reporter.generatorCpus(), ended);
    }

    /** A compiler that is still at work takes from the peak, and gives it to the storms: so not before the rate has stopped growing. */
    private void warmUp(Plan plan) throws IOException, InterruptedException {
        progress.accept("warming up, until nothing grows any more");
        double before;
        double now = 0;
        int spent = 0;
        do {
            before = now;
            now = (double) atPeak("warm-up", plan.warmUp()).good() / plan.warmUp();
            spent += plan.warmUp();
            progress.accept(String.format(Locale.ROOT, "warming up: %.0f/s", now));
        } while (now > WARM * before && spent < LONGEST_WARM_UP);
    }

    private Tally atPeak(String name, int seconds) throws IOException, InterruptedException {
        return Tally.sum(generator.run(List.of(Plan.closed(name, seconds)), Listener.NONE).stream().map(Second::tally)
                .toList());
    }

    private double peak(Plan plan) throws IOException, InterruptedException {
        progress.accept("finding the peak, for " + plan.peak() + " s");
        Tally tally = atPeak("peak", plan.peak());
        if (tally.good() < plan.peak()) {
            throw new StackException("there is no peak: of " + tally.offered() + " requests only " + tally.good()
                    + " had a good answer within " + Tally.USEFUL.toSeconds() + " s");
        }
        double peak = (double) tally.good() / plan.peak();
        progress.accept(String.format(Locale.ROOT, "the peak is %.0f/s", peak));
        return peak;
    }

    private final class Reporter implements Listener {
        private final List<Phase> phases;
        private final List<Mark> marks = new ArrayList<>();
        private final Table table = new Table();
        private long begun;

        Reporter(List<Phase> phases) {
            this.phases = phases;
        }

        void mark() {
            marks.add(new Mark(observed.gatewayCpu(), observed.generatorCpu()));
        }

        @Override
        public void begun(int phase) {
            if (phase == 0) {
                begun = System.nanoTime();
            }
            mark();
            if (phases.get(phase).pace() instanceof Pace.Open open) {
                progress.accept(String.format(Locale.ROOT, "%s: %.0f/s for %d s", phases.get(phase).name(),
                        open.perSecond(), phases.get(phase).seconds()));
            }
        }

        @Override
        public void over(Second second) {
            long end = begun + TimeUnit.SECONDS.toNanos(second.number() + 1L);
            results.accept(table.line(second.number(), second.tally(), observed.gauges(end)));
        }

        List<Stretch> stretches(List<Second> seconds) {
            List<Stretch> stretches = new ArrayList<>();
            for (int phase = 0; phase < phases.size(); phase++) {
                int number = phase;
                stretches.add(new Stretch(phases.get(phase).name(),
                        seconds.stream().filter(second -> second.phase() == number).map(Second::tally).toList(),
                        marks.get(phase + 1).gateway().minus(marks.get(phase).gateway())));
            }
            return stretches;
        }

        /** In the storms, which are the phases of odd numbers. */
        double generatorCpus() {
            double cpu = 0;
            double seconds = 0;
            for (int phase = 1; phase < phases.size(); phase += 2) {
                cpu += marks.get(phase + 1).generator().minus(marks.get(phase).generator()).toNanos() / 1e9;
                seconds += phases.get(phase).seconds();
            }
            return cpu / seconds;
        }
    }
}
