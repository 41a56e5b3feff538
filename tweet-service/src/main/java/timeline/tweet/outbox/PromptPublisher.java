package timeline.tweet.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import timeline.tweetstore.OutboxEntry;

/**
 * Publishes an event at once, best effort: nobody waits for it, and whatever does not work out is left to the {@link OutboxRelay}. So a POST
 * never waits for Kafka, and an event is on its way within a millisecond when Kafka is there (G3).
 */
public final class PromptPublisher implements EventPublisher, AutoCloseable {
    private static final int WAITING_ENTRIES = 10_000;
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final TweetEvents events;
    private final Settler settler;
    private final InstantSource clock;
    private final Consumer<Throwable> defects;
    private final BlockingQueue<OutboxEntry> waiting = new ArrayBlockingQueue<>(WAITING_ENTRIES);
    private final LongAdder published = new LongAdder();
    private final LongAdder leftToRelay = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Object progress = new Object();
    private int unfinished;
    private boolean closed;

    /**
     * Begins to publish, on a thread of its own, which lives until {@link #close}.
     *
     * @param defects is told what no outage explains
     */
    public PromptPublisher(TweetEvents events, Settler settler, InstantSource clock, Consumer<Throwable> defects) {
        this.events = events;
        this.settler = settler;
        this.clock = clock;
        this.defects = defects;
        Thread.ofVirtual().name("event-publisher").start(this::run);
    }

    @Override
    public void publishSoon(OutboxEntry entry) {
        synchronized (progress) {
            if (closed || !waiting.offer(entry)) {
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
                OutboxEntry entry = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (entry != null) {
                    attempt(entry);
                }
            }
        } catch (InterruptedException stop) {
            // Nobody interrupts this thread; if somebody does, the relay publishes what is left.
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing that one event brings about may keep the others from being published: the thread would be gone, and nobody would know. */
    private void attempt(OutboxEntry entry) {
        try {
            publish(entry);
        } catch (Throwable defect) {
            failures.increment();
            finished(false);
            defects.accept(defect);
        }
    }

    private void publish(OutboxEntry entry) {
        if (OutboxRelay.isLeftOver(entry, clock.instant())) {
            // It waited while the broker was not reachable. The relay has it by now: publishing it here too would double it.
            finished(false);
            return;
        }
        events.publish(entry.event()).thenCompose(stored -> settler.settle(entry))
                .whenComplete((removed, failure) -> finished(failure == null));
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
