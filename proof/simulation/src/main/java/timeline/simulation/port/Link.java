package timeline.simulation.port;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import timeline.deadline.Deadline;
import timeline.simulation.engine.Scheduler;
import timeline.tweetstore.InMemoryTweets.Batch;
import timeline.tweetstore.OutboxEntry;

/**
 * The way to a store or to another service. Every call of a port goes over one, and stops on its way there, and half of them on their
 * way back. In between it takes effect, in one step. A process may die at either stop, so that its call never arrives, or takes
 * effect for nobody.
 */
public final class Link {
    /** What has arrived is done, whether or not its caller still waits: it is the link that counts the time. */
    static final Deadline ARRIVED = Deadline.in(Duration.ofDays(1), () -> 0);

    private final Scheduler scheduler;
    private final Trouble trouble;
    private final Trace trace;
    private final Function<String, RuntimeException> outage;
    private final long timeoutNanos;
    private Runnable watch = () -> {};
    private boolean down;

    /**
     * @param outage what a caller is thrown when nobody answers
     * @param timeoutNanos for how long a caller waits for an answer
     */
    public Link(Scheduler scheduler, Trouble trouble, Trace trace, Function<String, RuntimeException> outage,
            long timeoutNanos) {
        this.scheduler = scheduler;
        this.trouble = trouble;
        this.trace = trace;
        this.outage = outage;
        this.timeoutNanos = timeoutNanos;
    }

    /** From now on nobody answers, or everybody does. */
    public void setDown(boolean isDown) {
        down = isDown;
    }

    /** Has somebody look at the world whenever a call has taken effect. */
    public void watchedBy(Runnable watcher) {
        watch = watcher;
    }

    /**
     * Makes a call.
     *
     * @param what and about what, for the trace
     * @throws RuntimeException the outage, when the call or its answer got lost, or came too late
     */
    public <T> T call(String what, Object about, Supplier<T> effect) {
        return call(what, about, timeoutNanos, effect);
    }

    /** The same for a caller who waits no longer than until a deadline. */
    public <T> T call(String what, Object about, Deadline deadline, Supplier<T> effect) {
        return call(what, about, Math.min(timeoutNanos, deadline.left().toNanos()), effect);
    }

    private <T> T call(String what, Object about, long patienceNanos, Supplier<T> effect) {
        long until = scheduler.nanos() + patienceNanos;
        long way = trouble.strikes(Fault.SLOW_CALL) ? slowly() : trouble.latency();
        boolean late = way >= patienceNanos;
        scheduler.pause(Math.min(way, patienceNanos));
        // What arrives when its caller has given up may still take effect; without any time nothing is sent.
        boolean arrives = patienceNanos > 0 && (!late || scheduler.random().nextBoolean());
        if (down || trouble.strikes(Fault.LOST_REQUEST) || !arrives) {
            throw unanswered("lost " + what, about, until);
        }
        trace.note(what, about);
        T answer = effect.get();
        watch.run();
        if (!late && scheduler.random().nextBoolean()) {
            long back = trouble.latency();
            late = back >= until - scheduler.nanos() && scheduler.nanos() < until;
            scheduler.pause(late ? until - scheduler.nanos() : back);
        }
        // A process that was frozen meanwhile finds the answer there and its time over, and either may come first.
        if (trouble.strikes(Fault.LOST_ANSWER) || late) {
            throw unanswered("no answer to " + what, about, until);
        }
        return answer;
    }

    /** {@link #call} without an answer. */
    public void send(String what, Object about, Runnable effect) {
        call(what, about, () -> {
            effect.run();
            return true;
        });
    }

    /** {@link #send} for a caller who waits no longer than until a deadline. */
    public void send(String what, Object about, Deadline deadline, Runnable effect) {
        call(what, about, deadline, () -> {
            effect.run();
            return true;
        });
    }

    /**
     * {@link #call} that writes a batch. Its rows are there all at once; or, when it is torn, some are, the others come later, and the
     * caller gets no answer.
     */
    public OutboxEntry write(String what, Object about, Batch batch, Batchlog batchlog) {
        long until = scheduler.nanos() + timeoutNanos;
        return call(what, about, () -> {
            if (trouble.strikes(Fault.TORN_BATCH)) {
                batchlog.tear(batch);
                throw unanswered("torn " + what, about, until);
            }
            batch.rows().values().forEach(Runnable::run);
            return batch.owed();
        });
    }

    /** Nothing comes, for as long as somebody waits. */
    void silence(Duration patience, Deadline deadline) {
        scheduler.pause(deadline.atMost(patience).toNanos());
    }

    /** Lets others go on in the midst of what takes several steps. */
    public void stop() {
        scheduler.pause(trouble.latency());
    }

    private RuntimeException unanswered(String what, Object about, long until) {
        scheduler.pause(Math.max(0, until - scheduler.nanos()));
        trace.note(what, about);
        return outage.apply(what);
    }

    private long slowly() {
        return scheduler.random().nextLong(timeoutNanos / 4, timeoutNanos);
    }
}
