package timeline.simulation.storm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import timeline.simulation.engine.Seeds;
import timeline.simulation.storm.stack.Design;

/** What many storms came to. */
public final class StormTally {
    /** In so many seeds there has to have been everything at least once. */
    private static final long TELLING = 200;

    /** A seed that failed. */
    public record Failure(long seed, String weather, List<String> violations) {}

    private final Map<String, Long> weather = new TreeMap<>();
    private final Map<String, Long> checks = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private long seeds;
    private long requests;
    private long steps;

    private StormTally() {
    }

    /** Runs the seeds {@code from}, {@code from + 1}, … */
    public static StormTally of(long from, long seeds, int processors, Design design) throws InterruptedException {
        StormTally sum = new StormTally();
        Seeds.run(from, seeds, processors, StormTally::new, (tally, seed) -> tally.add(Storm.run(seed, design)))
                .forEach(sum::add);
        return sum;
    }

    private void add(Storm.Result result) {
        seeds++;
        requests += result.requests();
        steps += result.steps();
        result.kinds().forEach(kind -> weather.merge(kind, 1L, Long::sum));
        result.checks().forEach((promise, times) -> checks.merge(promise, times, Long::sum));
        if (!result.isKept()) {
            failures.add(new Failure(result.seed(), result.weather(), result.violations()));
        }
    }

    private void add(StormTally other) {
        seeds += other.seeds;
        requests += other.requests;
        steps += other.steps;
        other.weather.forEach((kind, times) -> weather.merge(kind, times, Long::sum));
        other.checks.forEach((promise, times) -> checks.merge(promise, times, Long::sum));
        failures.addAll(other.failures);
    }

    public long seeds() {
        return seeds;
    }

    /** How many requests there were, repetitions too. */
    public long requests() {
        return requests;
    }

    public long steps() {
        return steps;
    }

    /** How many seeds each kind of weather befell. */
    public Map<String, Long> weather() {
        return weather;
    }

    /** How often each promise was put to the test. */
    public Map<String, Long> checks() {
        return checks;
    }

    /** By seed. */
    public List<Failure> failures() {
        return failures.stream().sorted(Comparator.comparingLong(Failure::seed)).toList();
    }

    /** What never came to be, in a run long enough for everything: such a run has shown less than it seems. */
    public List<String> missing() {
        Stream<String> expected = Stream.concat(Weather.allKinds().stream(), Judge.PROMISES.stream());
        return seeds < TELLING
                ? List.of()
                : expected.filter(one -> !weather.containsKey(one) && !checks.containsKey(one)).toList();
    }

    /** Whether nothing failed, and everything was tried. */
    public boolean isPassed() {
        return failures.isEmpty() && missing().isEmpty();
    }
}
