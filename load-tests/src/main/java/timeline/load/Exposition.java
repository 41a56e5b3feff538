package timeline.load;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What the instances of one service say of themselves, in Prometheus' text format.
 *
 * @param lines of all instances, one after the other
 */
public record Exposition(List<String> lines) {
    public Exposition {
        lines = List.copyOf(lines);
    }

    /**
     * The sum over all instances and labels.
     *
     * @param without the begin of what no sample taken may have among its labels: {@code why="none"}
     * @return empty when nobody exposes the metric
     */
    public OptionalDouble sum(String metric, String... without) {
        double[] values = values(metric, without).toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(DoubleStream.of(values).sum());
    }

    /** The largest value of all instances and labels. */
    public OptionalDouble largest(String metric) {
        return values(metric).max();
    }

    /** The smallest value of all instances and labels. */
    public OptionalDouble smallest(String metric) {
        return values(metric).min();
    }

    private DoubleStream values(String metric, String... without) {
        return lines.stream().filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> List.of(without).stream().noneMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(value -> !Double.isNaN(value));
    }
}
