package timeline.load.overload;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import timeline.load.figures.Percentiles;
import timeline.load.generator.Tally;

/** A line a second, for people. */
final class Table {
    static final String HEAD = "   t  offered   good    503   late   none  other      p50      p99  limit  repeated   delay";

    /** Of the line before, for what is counted since the start. */
    private OptionalDouble repeatedBefore = OptionalDouble.empty();

    String line(int number, Tally tally, Gauges gauges) {
        String line = String.format(Locale.ROOT, "%4d %6d/s %6d %6d %6d %6d %6d %8s %8s %6s %9s %7s", number,
                tally.offered(), tally.good(), tally.refused(), tally.late(), tally.unanswered(), tally.other(),
                millis(tally, 50), millis(tally, 99), text(gauges.limit(), ""), text(newlyRepeated(gauges), ""),
                text(gauges.delayMillis(), " ms"));
        repeatedBefore = gauges.repeated();
        return line;
    }

    private OptionalDouble newlyRepeated(Gauges gauges) {
        return gauges.repeated().isPresent() && repeatedBefore.isPresent()
                ? OptionalDouble.of(gauges.repeated().getAsDouble() - repeatedBefore.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String millis(Tally tally, double percent) {
        List<Duration> wanted = tally.wanted();
        return wanted.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.0f ms", new Percentiles(wanted).millisAt(percent));
    }

    private static String text(OptionalDouble value, String unit) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.0f%s", value.getAsDouble(), unit) : "-";
    }
}
