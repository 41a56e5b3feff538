package timeline.home.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.home.Degraded;
import timeline.home.Stage;
import timeline.home.TimelineAnswer;
import timeline.home.TimelineAnswer.Page;

/** The headers that make the design visible in every answer. */
final class TimelineHeaders {
    static final String SERVER_TIMING = "Server-Timing";
    static final String SOURCE = "Timeline-Source";
    static final String DEGRADED = "Timeline-Degraded";

    private TimelineHeaders() {
    }

    static Map<String, String> of(TimelineAnswer answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SERVER_TIMING, serverTiming(answer.stages()));
        if (answer instanceof Page page) {
            headers.put(SOURCE, name(page.origin()));
        }
        if (!answer.degraded().isEmpty()) {
            headers.put(DEGRADED,
                    answer.degraded().stream().sorted().map(Degraded::label).collect(Collectors.joining(", ")));
        }
        return headers;
    }

    /** A name as it is on the wire and in metrics. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** All stages, each time: a stage that took no part took no time. */
    private static String serverTiming(Map<Stage, Duration> stages) {
        return Stream.of(Stage.values()).map(stage -> String.format(Locale.ROOT, "%s;dur=%.2f", name(stage),
                stages.getOrDefault(stage, Duration.ZERO).toNanos() / 1e6)).collect(Collectors.joining(", "));
    }
}
