package timeline.drill;

import java.util.Locale;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Disturbance.Figure;
import timeline.drill.disturbance.Disturbance.Limit;
import timeline.drill.disturbance.Disturbance.Shown;
import tools.jackson.databind.node.ObjectNode;

/** What a disturbance showed, for people and for programs. */
final class ShownLines {
    private ShownLines() {
    }

    static String text(Shown shown) {
        return switch (shown) {
            case Effect effect ->
                String.format(Locale.ROOT, "%s: %d of %d", effect.what(), effect.reached(), effect.wanted());
            case Limit limit -> limit.what() + ": " + number(limit.measured(), limit.unit()) + " (at most "
                    + number(limit.most(), limit.unit()) + ")" + (limit.isAsWanted() ? "" : " TOO MUCH");
            case Figure figure -> figure.what() + ": " + number(figure.measured(), figure.unit());
        };
    }

    static void into(ObjectNode node, Shown shown) {
        node.put("what", shown.what());
        switch (shown) {
            case Effect effect -> node.put("reached", effect.reached()).put("wanted", effect.wanted());
            case Limit limit ->
                measured(node, limit.measured()).put("at_most", limit.most()).put("unit", limit.unit());
            case Figure figure -> measured(node, figure.measured()).put("unit", figure.unit());
        }
    }

    /** JSON knows no infinity. */
    private static ObjectNode measured(ObjectNode node, double value) {
        return Double.isFinite(value) ? node.put("measured", value) : node.putNull("measured");
    }

    private static String number(double value, String unit) {
        if (!Double.isFinite(value)) {
            return "without end";
        }
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value)
                + (unit.isEmpty() ? "" : " " + unit);
    }
}
