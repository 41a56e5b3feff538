package timeline.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who has used how much processor time.
 *
 * @param byKind the processor time of all components of a kind, user and system together
 */
public record CpuUse(Map<String, Duration> byKind) {
    public CpuUse {
        byKind = Map.copyOf(byKind);
    }

    /** What was used since {@code earlier}, which names the same kinds. */
    public CpuUse since(CpuUse earlier) {
        return new CpuUse(byKind.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue().minus(earlier.byKind.getOrDefault(entry.getKey(), Duration.ZERO)))));
    }

    /** This and the other together. */
    public CpuUse plus(CpuUse other) {
        Map<String, Duration> sum = new LinkedHashMap<>(byKind);
        other.byKind.forEach((kind, cpu) -> sum.merge(kind, cpu, Duration::plus));
        return new CpuUse(sum);
    }

    /** As much of it as the factor says. */
    public CpuUse times(double factor) {
        return new CpuUse(byKind.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> Duration.ofNanos(Math.round(entry.getValue().toNanos() * factor)))));
    }

    /** This, and a kind more. */
    public CpuUse and(String kind, Duration cpu) {
        Map<String, Duration> more = new LinkedHashMap<>(byKind);
        more.put(kind, cpu);
        return new CpuUse(more);
    }

    /** Seconds of all kinds together. */
    public double seconds() {
        return byKind.values().stream().mapToDouble(CpuUse::seconds).sum();
    }

    /**
     * Who took which part, the largest first: {@code redis 9.1, fanout-service 7.5}.
     *
     * @param scale what a second is multiplied with
     */
    public String parts(double scale) {
        return byKind.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), seconds(entry.getValue()) * scale))
                .collect(Collectors.joining(", "));
    }

    private static double seconds(Duration cpu) {
        return cpu.toNanos() / 1e9;
    }
}
