package timeline.simulation.storm;

import java.time.Duration;
import timeline.simulation.storm.stack.Reply;
import timeline.simulation.storm.stack.Request;
import timeline.traffic.Outcome;

/**
 * A request of a user, and what came of it. A repetition is a request of its own.
 *
 * @param dueNanos when it was sent
 * @param askedNanos when it was sent to the gateway that answered: another one may have died before
 */
record Visit(Request request, long dueNanos, long askedNanos, long endedNanos, Reply reply) {
    static final Duration SOON = Duration.ofSeconds(1);

    /** Whether it was answered as it should, soon enough to be of use. */
    boolean isGood() {
        return reply.isGood() && nanos() <= SOON.toNanos();
    }

    boolean isRefused() {
        return reply.outcome() == Outcome.OVERLOADED;
    }

    long nanos() {
        return endedNanos - dueNanos;
    }

    long gatewayNanos() {
        return endedNanos - askedNanos;
    }

    boolean isDueFrom(Duration from) {
        return dueNanos >= from.toNanos();
    }

    boolean isDueUntil(Duration until) {
        return dueNanos < until.toNanos();
    }
}
