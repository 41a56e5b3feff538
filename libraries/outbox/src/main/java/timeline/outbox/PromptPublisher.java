package timeline.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Publishes an event at once, best effort: nobody waits for it, and whatever does not work out is left to the {@link OutboxRelay}. So a
 * request never waits for Kafka, and an event is on its way within a millisecond when Kafka is there (G3). Events go out in the order in
 * which they came.
 *
 * @param <E> an entry of the outbox
 */
public final class PromptPublisher<E> implements EventPublisher<E>, AutoCloseable {
    /** A constant: a bound of memory, far above what waits while Kafka answers; beyond it the relay is the right place anyway. */
    static final int WAITING_ENTRIES = 10_000;
    /** A constant: what the platform gives a process to stop leaves no more, and what is not drained is not lost. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private record Waiting<E>(E entry, Instant since) {}

    private final Delivery<E> delivery;
    private final Duration leftOverAfter;
    private final InstantSource clock;
    private final Consumer<Throwable> defects;
    private final BlockingQueue<Waiting<E>> waiting = new ArrayBlockingQueue<>(WAITING_ENTRIES);
    private final LongAdder published = new LongAdder();
    private final LongAdder leftToRelay = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Object progress = new Object();
    private int unfinished;
    private boolean closed;

    /**
     * Begins to publish, on a thread of its own, which lives until {@link #close}.
     *
     * @param leftOverAfter the relay has what has waited for longer
     * @param defects is told what no outage explains
     */
    public PromptPublisher(Delivery<E> delivery, Duration leftOverAfter, InstantSource clock,
            Consumer<Throwable> defects) {
        this.delivery = delivery;
        this.leftOverAfter = leftOverAfter;
        this.clock = clock;
        this.defects = defects;
        Thread.ofVirtual().name("event-publisher").start(this::run);
    }

    @Override
    public void publishPromptly(E entry) {
        synchronized (progress) {
            if (closed || !waiting.offer(new Waiting<>(entry, clock.instant()))) {
                leftToRelay.increment();
                return;
            }
            unfinished++;
        }
    }

    /** How many events were acknowledged by the broker, since the start. */
    public long published() {
        return published.sum();
    }

    /** How many events were left to the relay, since the start: too many waiting, or refused by the broker. */
    public long leftToRelay() {
        return leftToRelay.sum();
    }

    /** How many events were left to the relay because of a defect, since the start. */
    public long failures() {
        return failures.sum();
    }

    /** Takes no more; waits until all that was taken is published and settled, or left to the relay, for 5 s at most. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        synchronized (progress) {
            closed = true;
            while (unfinished > 0 && deadline - System.nanoTime() > 0) {
                waitForProgress(deadline - System.nanoTime());
            }
        }
    }

    private void run() {
        try {
            while (!isClosedAndEmpty()) {
                Waiting<E> next = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    attempt(next);
                }
            }
        } catch (InterruptedException stop) {
            // Nobody interrupts this thread; if somebody does, the relay publishes what is left.
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing that one event brings about may keep the others from being published: the thread would be gone, and nobody would know. */
    private void attempt(Waiting<E> next) {
        try {
            publish(next);
        } catch (Throwable defect) {
            failures.increment();
            finished(false);
            defects.accept(defect);
        }
    }

    private void publish(Waiting<E> next) {
        if (next.since.isBefore(clock.instant().minus(leftOverAfter))) {
            // It waited while the broker was not reachable. The relay has it by now: publishing it here too would double it.
            finished(false);
            return;
        }
        var _ = delivery.deliver(next.entry).whenComplete((settled, failure) -> finished(failure == null));
    }

    private void finished(boolean isPublished) {
        (isPublished ? published : leftToRelay).increment();
        synchronized (progress) {
            unfinished--;
            progress.notifyAll();
        }
    }

    private boolean isClosedAndEmpty() {
        synchronized (progress) {
            return closed && waiting.isEmpty();
        }
    }

    private void waitForProgress(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(progress, nanos);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            unfinished = 0;
        }
    }
}
