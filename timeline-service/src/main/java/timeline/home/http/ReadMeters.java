package timeline.home.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import timeline.home.TimelineAnswer;
import timeline.home.TimelineAnswer.Page;
import timeline.home.TimelineAnswer.Unavailable;

/**
 * What the reads come to, as metrics: {@code stage} by work and stage (with p50, p95, p99), {@code timeline.reads} by source (or by
 * why there was none), {@code timeline.degraded} by what was missing.
 */
public final class ReadMeters {
    private final MeterRegistry meters;

    public ReadMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void record(TimelineAnswer answer) {
        answer.stages().forEach((stage, took) -> stage(TimelineHeaders.name(stage), took));
        String source = switch (answer) {
            case Page page -> TimelineHeaders.name(page.origin());
            case Unavailable unavailable -> "none-" + TimelineHeaders.name(unavailable.reason());
        };
        meters.counter("timeline.reads", "source", source).increment();
        answer.degraded().forEach(
                what -> meters.counter("timeline.degraded", "missing", what.label()).increment());
    }

    private void stage(String name, Duration took) {
        meters.timer("stage", "work", "timeline-read", "stage", name).record(took);
    }
}
