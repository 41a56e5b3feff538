package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/** Writes 0, 1, 2, ... from a thread of its own until a write fails, and knows how many the store has acknowledged. */
final class AcknowledgedWrites {
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Thread writer;

    private AcknowledgedWrites(Write write) {
        writer = Thread.ofPlatform().daemon().unstarted(() -> run(write));
    }

    @FunctionalInterface
    interface Write {
        void write(int id) throws Exception;
    }

    static AcknowledgedWrites start(Write write) {
        AcknowledgedWrites writes = new AcknowledgedWrites(write);
        writes.writer.start();
        return writes;
    }

    void awaitAtLeast(int count) {
        Await.that(count + " writes are acknowledged", () -> acknowledged.get() >= count);
    }

    /** To be called when the store is down: the writer ends by itself. */
    int stop() throws InterruptedException {
        writer.join();
        assertThat(acknowledged.get()).isPositive();
        return acknowledged.get();
    }

    private void run(Write write) {
        try {
            while (true) {
                write.write(acknowledged.get());
                acknowledged.incrementAndGet();
            }
        } catch (Exception storeIsDown) {
            // What was acknowledged until now is what must be there.
        }
    }
}
