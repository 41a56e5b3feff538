package timeline.load.overload;

import java.util.OptionalDouble;
import timeline.load.Exposition;

/**
 * What the gateway says of its own load; each is empty when it does not.
 *
 * @param limit how many requests it lets through at once, of the upstream that has the least
 * @param repeated how many calls it has repeated since it was started
 * @param delayMillis how long work waits for a processor, at worst
 */
record Gauges(OptionalDouble limit, OptionalDouble repeated, OptionalDouble delayMillis) {
    static final Gauges UNKNOWN = new Gauges(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    static Gauges of(Exposition gateway) {
        OptionalDouble seconds = gateway.largest("queue_delay_seconds");
        return new Gauges(gateway.smallest("admission_limit"),
                // What the retry budget did not allow is counted beside what it did.
                gateway.sum("upstream_repeated_total", "why=\"not-affordable\""),
                seconds.isPresent() ? OptionalDouble.of(seconds.getAsDouble() * 1e3) : gateway.largest("queue_delay"));
    }
}
