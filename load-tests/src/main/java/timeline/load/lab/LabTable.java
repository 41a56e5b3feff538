package timeline.load.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The laboratory's points for people and for programs. */
final class LabTable {
    private static final JsonMapper JSON = new JsonMapper();

    private LabTable() {
    }

    static List<String> text(List<LabPoint> points) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "threshold  posts  deliveries  per post  fresh p50/p99 ms  timeline p50/p99 ms  cache MB  writer CPU-s  "
                        + "reader CPU-s");
        for (LabPoint point : points) {
            lines.add(String.format(Locale.ROOT, "%9s %6d %11d %9.1f %8.0f /%7.0f %9.1f /%9.1f %9.1f %13.2f %13.2f",
                    point.thresholdText(), point.posts(), point.deliveries(), point.writeAmplification(),
                    point.freshnessP50Millis(), point.freshnessP99Millis(), point.timelineP50Millis(),
                    point.timelineP99Millis(), point.cacheBytes() / 1e6, point.writerCpuSeconds(),
                    point.readerCpuSeconds()));
        }
        return lines;
    }

    static String json(List<LabPoint> points) {
        ArrayNode array = JSON.createArrayNode();
        for (LabPoint point : points) {
            array.addObject().put("threshold", point.thresholdText()).put("posts", point.posts())
                    .put("deliveries", point.deliveries()).put("write_amplification", point.writeAmplification())
                    .put("freshness_p50_ms", point.freshnessP50Millis())
                    .put("freshness_p99_ms", point.freshnessP99Millis())
                    .put("reads", point.reads()).put("timeline_p50_ms", point.timelineP50Millis())
                    .put("timeline_p99_ms", point.timelineP99Millis()).put("redis_bytes", point.cacheBytes())
                    .put("writer_cpu_s", point.writerCpuSeconds()).put("reader_cpu_s", point.readerCpuSeconds());
        }
        return array.toPrettyString();
    }
}
