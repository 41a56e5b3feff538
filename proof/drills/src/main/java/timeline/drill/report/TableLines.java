package timeline.drill.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import timeline.drill.report.Course.Period;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table for people and for programs. */
public final class TableLines {
    private TableLines() {
    }

    public static List<String> of(List<Row> rows) {
        int widest = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(line(widest, "", "before", "during", "after"));
        rows.forEach(row -> lines.add(line(widest, row.what(), text(row, Period.BEFORE), text(row, Period.DURING),
                text(row, Period.AFTER))));
        return lines;
    }

    /** A row of an array each, with a number or nothing for each period. */
    public static void into(ObjectNode report, List<Row> rows) {
        ArrayNode table = report.putArray("table");
        for (Row row : rows) {
            ObjectNode node = table.addObject().put("what", row.what());
            for (Period period : Period.values()) {
                row.at(period).ifPresentOrElse(value -> node.put(period.toString(), value),
                        () -> node.putNull(period.toString()));
            }
            node.put("unit", row.unit());
        }
    }

    private static String line(int widest, String what, String before, String during, String after) {
        return String.format(Locale.ROOT, "  %-" + Math.max(1, widest) + "s %12s %12s %12s", what, before, during,
                after).stripTrailing();
    }

    private static String text(Row row, Period period) {
        return row.at(period).map(value -> String.format(Locale.ROOT, "%.0f", value)
                + (row.unit().isEmpty() ? "" : " " + row.unit())).orElse("-");
    }
}
