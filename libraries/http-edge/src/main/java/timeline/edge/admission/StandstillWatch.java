package timeline.edge.admission;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import timeline.traffic.Standstill;

/** Ticks from its making until it is closed, on a thread of its own: virtual ones may have to wait for a processor that the process has. */
public final class StandstillWatch implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(50);
    /** Below the time after which callers give a silent instance up ({@code timeline.upstream.silent-after}). */
    private static final Duration NOTICED = Duration.ofMillis(700);
    /** Until what lay in the buffers has come out of them, on a busy machine as well. */
    private static final Duration LINGERS = Duration.ofSeconds(1);

    private final Standstill standstill = new Standstill(NOTICED, LINGERS, System::nanoTime);
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("standstill").factory());

    public StandstillWatch() {
        var _ = ticks.scheduleWithFixedDelay(standstill::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Standstill standstill() {
        return standstill;
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
