package timeline.simulation.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A storm told second by second. */
final class Seconds {
    private Seconds() {
    }

    static List<String> of(List<Visit> visits) {
        Map<Long, List<Visit>> seconds = visits.stream()
                .collect(Collectors.groupingBy(visit -> visit.dueNanos() / 1_000_000_000, TreeMap::new,
                        Collectors.toList()));
        List<String> lines = new ArrayList<>();
        lines.add("    t  asked  good  refused  failed  late   slowest");
        seconds.forEach((second,
                asked) -> lines.add(String.format(Locale.ROOT, "%5d %6d %5d %8d %7d %5d %6d ms", second,
                        asked.size(), asked.stream().filter(Visit::isGood).count(),
                        asked.stream().filter(Visit::isRefused).count(),
                        asked.stream().filter(visit -> !visit.reply().isGood() && !visit.isRefused()).count(),
                        asked.stream().filter(visit -> visit.reply().isGood() && !visit.isGood()).count(),
                        asked.stream().mapToLong(Visit::nanos).max().orElse(0) / 1_000_000)));
        return lines;
    }
}
