package timeline.simulation.port;

import java.util.function.Function;
import java.util.function.Supplier;
import timeline.simulation.engine.Scheduler;

/**
 * The way to a store or to another service. Every call of a port goes over one, and stops on its way there, and half of them on their
 * way back. In between it takes effect, in one step. A process may die at either stop, so that its call never arrives, or takes
 * effect for nobody.
 */
public final class Link {
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
     * @throws RuntimeException the outage, when the call or its answer got lost
     */
    public <T> T call(String what, Object about, Supplier<T> effect) {
        scheduler.pause(trouble.strikes(Fault.SLOW_CALL) ? slowly() : trouble.latency());
        if (down || trouble.strikes(Fault.LOST_REQUEST)) {
            throw unanswered("lost " + what, about);
        }
        trace.note(what, about);
        T answer = effect.get();
        watch.run();
        if (scheduler.random().nextBoolean()) {
            scheduler.pause(trouble.latency());
        }
        if (trouble.strikes(Fault.LOST_ANSWER)) {
            throw unanswered("no answer to " + what, about);
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

    /** Lets others go on in the midst of what takes several steps. */
    public void stop() {
        scheduler.pause(trouble.latency());
    }

    private RuntimeException unanswered(String what, Object about) {
        scheduler.pause(timeoutNanos);
        trace.note(what, about);
        return outage.apply(what);
    }

    private long slowly() {
        return scheduler.random().nextLong(timeoutNanos / 4, timeoutNanos);
    }
}
