package timeline.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import timeline.simulation.Simulation.Result;
import timeline.simulation.port.Fault;

/** What many seeds came to. */
final class Tally {
    /** In so many seeds, everything has to have happened at least once. */
    private static final long TELLING = 1_000;

    /**
     * A seed that failed.
     *
     * @param violation the first one
     */
    record Failure(long seed, String workload, String violation) {}

    /** What was done in one workload. */
    record Work(long seeds, long operations, long steps) {
        Work plus(Work other) {
            return new Work(seeds + other.seeds, operations + other.operations, steps + other.steps);
        }
    }

    private final Map<String, Work> work = new TreeMap<>();
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<String, Long> checks = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();

    void add(Result result) {
        work.merge(result.workload(), new Work(1, result.history().operations().size(), result.steps()), Work::plus);
        result.faults().forEach((fault, times) -> faults.merge(fault, (long) times, Long::sum));
        result.checks().forEach((invariant, times) -> checks.merge(invariant, times, Long::sum));
        if (!result.isKept()) {
            failures.add(new Failure(result.seed(), result.workload(), result.violations().getFirst()));
        }
    }

    void add(Tally other) {
        other.work.forEach((workload, done) -> work.merge(workload, done, Work::plus));
        other.faults.forEach((fault, times) -> faults.merge(fault, times, Long::sum));
        other.checks.forEach((invariant, times) -> checks.merge(invariant, times, Long::sum));
        failures.addAll(other.failures);
    }

    /** By workload. */
    Map<String, Work> work() {
        return work;
    }

    Map<Fault, Long> faults() {
        return faults;
    }

    /** How often each invariant was put to the test. */
    Map<String, Long> checks() {
        return checks;
    }

    /** By seed. */
    List<Failure> failures() {
        return failures.stream().sorted(Comparator.comparingLong(Failure::seed)).toList();
    }

    long seeds() {
        return work.values().stream().mapToLong(Work::seeds).sum();
    }

    /** Faults that never struck, in a run that was long enough for all of them: such a run has shown less than it seems. */
    Set<Fault> missing() {
        Set<Fault> missing = EnumSet.allOf(Fault.class);
        missing.removeAll(faults.keySet());
        return seeds() < TELLING ? Set.of() : missing;
    }

    /** Whether nothing failed, and everything was tried. */
    boolean isPassed() {
        boolean allChecked = checks.values().stream().allMatch(times -> times > 0);
        return failures.isEmpty() && missing().isEmpty() && (allChecked || seeds() < TELLING);
    }
}
