package timeline.edge.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Times the stages of one request: each stage as the timer {@code stage} with its quantiles in the metrics, and all of them
 * together as the {@code Server-Timing} header. One per request; several threads may time at once.
 */
public final class Stages {
    private final MeterRegistry meters;
    private final String work;
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();

    /** @param work what the stages are stages of, a metrics label: {@code timeline-read} */
    public Stages(MeterRegistry meters, String work) {
        this.meters = meters;
        this.work = work;
    }

    /** Does a stage and times it, also when it fails; a stage that runs several times adds up. */
    public <T> T time(String stage, Supplier<T> doing) {
        long start = System.nanoTime();
        try {
            return doing.get();
        } finally {
            long took = System.nanoTime() - start;
            nanos.merge(stage, took, Long::sum);
            meters.timer("stage", "work", work, "stage", stage).record(took, TimeUnit.NANOSECONDS);
        }
    }

    /** The stages so far in the form of {@code Server-Timing}: {@code cache;dur=1.3, merge;dur=0.1}, milliseconds. */
    public String serverTiming() {
        return nanos.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(stage -> String.format(Locale.ROOT, "%s;dur=%.1f", stage.getKey(), stage.getValue() / 1e6))
                .collect(Collectors.joining(", "));
    }
}
