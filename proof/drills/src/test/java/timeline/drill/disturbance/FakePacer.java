package timeline.drill.disturbance;

import java.time.Duration;
import timeline.drill.crowd.Pacer;

/** Time passes only by sleeping. */
final class FakePacer implements Pacer {
    private long now = 7;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration time) {
        now += time.toNanos();
    }
}
