package timeline.tweet.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** Times the stages of the write path: {@code stage{work="tweet-write"}} with p50, p95 and p99. */
final class StageTimer {
    private final MeterRegistry meters;

    StageTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> T time(String stage, Supplier<T> work) {
        Timer.Sample sample = Timer.start(meters);
        try {
            return work.get();
        } finally {
            stop(sample, stage);
        }
    }

    Timer.Sample start() {
        return Timer.start(meters);
    }

    void stop(Timer.Sample sample, String stage) {
        sample.stop(meters.timer("stage", "work", "tweet-write", "stage", stage));
    }
}
