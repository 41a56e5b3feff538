package timeline.drill.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import timeline.drill.report.Course.Period;

/**
 * A line of the table.
 *
 * @param values by period; none where there is nothing to tell
 * @param unit of all of them; empty for what is counted
 */
public record Row(String what, Map<Period, Double> values, String unit) {
    public Row {
        values = Map.copyOf(values);
    }

    /** Empty when there is nothing to tell. */
    public Optional<Double> at(Period period) {
        return Optional.ofNullable(values.get(period));
    }

    /** How often, in every period. */
    static Row counted(String what, Map<Period, Long> counts) {
        Map<Period, Double> values = new EnumMap<>(Period.class);
        for (Period period : Period.values()) {
            values.put(period, (double) counts.getOrDefault(period, 0L));
        }
        return new Row(what, values, "");
    }
}
