package timeline.load.overload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.load.generator.Tally;

/**
 * What a run showed.
 *
 * @param peakPerSecond good answers a second when no more was asked than could be done
 * @param calm at half of the peak, before anything happened
 * @param storms in their order, the worst one last
 * @param generatorCpus how many processors the generator took during the storms
 * @param ended components whose process ended
 */
record Verdict(double peakPerSecond, Stretch calm, List<Storm> storms, double generatorCpus, List<String> ended) {
    private static final double GOODPUT_AIM = 0.8;
    private static final int RECOVERY_AIM = 10;

    Verdict {
        storms = List.copyOf(storms);
        ended = List.copyOf(ended);
    }

    boolean isPassed() {
        return storms.stream().allMatch(storm -> share(storm) >= GOODPUT_AIM && hasRecovered(storm))
                && violations().isEmpty();
    }

    /** What may not happen at any time, each in one sentence. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        Tally all = Tally.sum(Stream.concat(Stream.of(calm), storms.stream()
                .flatMap(storm -> Stream.of(storm.excess(), storm.after()))).map(Stretch::total).toList());
        if (all.slow() > 0) {
            violations.add(all.slow() + " requests had no answer within " + Tally.PROMISED.toSeconds()
                    + " s of their first byte, the slowest after " + all.slowest().toMillis() + " ms; they ended with "
                    + all.slowEndings().entrySet().stream().sorted(Map.Entry.comparingByKey())
                            .map(ending -> ending.getKey() + ": " + ending.getValue())
                            .collect(Collectors.joining(", ")));
        }
        if (all.unexplained() > 0) {
            violations.add(all.unexplained() + " errors of the server do not say what is wrong and when to come back");
        }
        ended.forEach(component -> violations.add("the process of " + component + " ended"));
        return violations;
    }

    /** The last lines of the benchmark. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("goodput "
                + each(storm -> String.format(Locale.ROOT, "%s %.0f %%", storm.excess().name(),
                        Math.floor(100 * share(storm))))
                + String.format(Locale.ROOT, " of %.0f/s (aim %.0f)", peakPerSecond, 100 * GOODPUT_AIM));
        lines.add("recovered " + each(storm -> seconds(storm.after().recoveredAfter()))
                + String.format(Locale.ROOT, " (aim %d s)",
                        RECOVERY_AIM));
        OptionalDouble micros = RefusalCost.micros(calm, storms.getFirst().excess(), storms.getLast().excess());
        lines.add("a refusal costs the gateway " + (micros.isPresent()
                ? String.format(Locale.ROOT, "%.0f µs", micros.getAsDouble())
                : "an unknown time: too few were refused"));
        lines.add(String.format(Locale.ROOT, "the generator took %.2f of %d processors", generatorCpus,
                Runtime.getRuntime().availableProcessors()));
        List<String> violations = violations();
        lines.add(violations.size() + " violations");
        violations.forEach(violation -> lines.add("  " + violation));
        lines.add(isPassed() ? "passed" : "FAILED");
        return lines;
    }

    private double share(Storm storm) {
        return storm.excess().goodput() / peakPerSecond;
    }

    private static boolean hasRecovered(Storm storm) {
        OptionalInt after = storm.after().recoveredAfter();
        return after.isPresent() && after.getAsInt() <= RECOVERY_AIM;
    }

    private interface Told {
        String of(Storm storm);
    }

    private String each(Told told) {
        return storms.stream().map(told::of).collect(Collectors.joining(", "));
    }

    private static String seconds(OptionalInt seconds) {
        return seconds.isPresent() ? "in " + seconds.getAsInt() + " s" : "not at all";
    }
}
