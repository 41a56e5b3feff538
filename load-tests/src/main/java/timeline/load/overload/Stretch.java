package timeline.load.overload;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import timeline.load.figures.Recovery;
import timeline.load.generator.Tally;

/**
 * A phase that is over.
 *
 * @param name of the phase
 * @param seconds what became of the requests of each of its seconds
 * @param gatewayCpu the processor time of the gateway
 */
record Stretch(String name, List<Tally> seconds, Duration gatewayCpu) {
    Stretch {
        seconds = List.copyOf(seconds);
    }

    Tally total() {
        return Tally.sum(seconds);
    }

    /** Good answers a second. */
    double goodput() {
        return (double) total().good() / seconds.size();
    }

    /** {@link Recovery#after} of these seconds. */
    OptionalInt recoveredAfter() {
        return Recovery.after(seconds);
    }
}
