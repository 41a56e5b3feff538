package timeline.traffic;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * How long work waits in this process before it is begun, as the median of the last window. It rises when there is more to do than can be
 * done, and only then: a slow store makes requests slow, but nobody queues for it here (Zhou et al., <i>Overload Control for Scaling WeChat
 * Microservices</i>, SoCC 2018). Thread-safe; never waits.
 */
public final class QueueDelay {
    /** As many of a window's samples as are looked at. */
    private static final int SAMPLES = 256;

    /** What was sampled since a moment. */
    private static final class Window {
        private final long start;
        private final AtomicInteger count = new AtomicInteger();
        private final AtomicLongArray waits = new AtomicLongArray(SAMPLES);
        /** The median of the window before, and whether there was one directly before. */
        private final long medianBefore;

        private Window(long start, long medianBefore) {
            this.start = start;
            this.medianBefore = medianBefore;
        }

        private void add(long nanos) {
            waits.set(Math.floorMod(count.getAndIncrement(), SAMPLES), nanos);
        }

        private long median() {
            int samples = Math.min(SAMPLES, count.get());
            if (samples == 0) {
                return 0;
            }
            long[] sorted = new long[samples];
            Arrays.setAll(sorted, waits::get);
            Arrays.sort(sorted);
            return sorted[samples / 2];
        }
    }

    private final long windowNanos;
    private final LongSupplier nanos;
    private final AtomicReference<Window> current;

    public QueueDelay(Duration window, LongSupplier nanos) {
        this.windowNanos = window.toNanos();
        this.nanos = nanos;
        this.current = new AtomicReference<>(new Window(nanos.getAsLong(), 0));
    }

    /** Some work was begun that had waited for so long. */
    public void waited(long nanosWaited) {
        window().add(nanosWaited);
    }

    /** The median of the last window, in nanoseconds; zero when nothing was begun in it. */
    public long nanos() {
        return window().medianBefore;
    }

    private Window window() {
        Window window = current.get();
        long now = nanos.getAsLong();
        long age = now - window.start;
        if (age < windowNanos) {
            return window;
        }
        Window next = new Window(now, age < 2 * windowNanos ? window.median() : 0);
        return current.compareAndSet(window, next) ? next : current.get();
    }
}
