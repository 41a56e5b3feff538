package timeline.drill.crowd;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import timeline.drill.stack.DrillException;

/** The time that a drill goes by: it passes for real, or as a test has it. */
public interface Pacer {
    /** A clock that only goes forward, in nanoseconds. */
    long nanoTime();

    /** Lets time pass. */
    void sleep(Duration time);

    /** Sleeps until a moment; not at all when it is over. */
    default void sleepUntil(long nanos) {
        long left = nanos - nanoTime();
        if (left > 0) {
            sleep(Duration.ofNanos(left));
        }
    }

    /** Looks again and again, until the fact holds (true) or the patience is over (false); looks once at least. */
    default boolean until(BooleanSupplier fact, Duration patience, Duration interval) {
        long deadline = nanoTime() + patience.toNanos();
        while (!fact.getAsBoolean()) {
            if (nanoTime() - deadline >= 0) {
                return false;
            }
            sleep(interval);
        }
        return true;
    }

    /** Real time. */
    static Pacer real() {
        return new Pacer() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) {
                try {
                    TimeUnit.NANOSECONDS.sleep(time.toNanos());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new DrillException("interrupted", interrupted);
                }
            }
        };
    }
}
