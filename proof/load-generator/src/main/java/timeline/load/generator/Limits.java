package timeline.load.generator;

import java.time.Duration;

/**
 * How much a generator takes upon itself.
 *
 * @param connections at once; a request that finds none free is sent when one is, and its latency counts from when it was due
 * @param outstanding requests at once, those that wait for a connection included; a request beyond it counts as unanswered
 * @param patience how long a client waits for a connection, and then for the answer
 */
public record Limits(int connections, int outstanding, Duration patience) {
    /** Longer than {@link Tally#PROMISED}: who gives up at once would not notice a broken promise. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    public Limits {
        if (connections < 1 || outstanding < connections) {
            throw new IllegalArgumentException(
                    "limits out of range: " + connections + " connections, " + outstanding + " requests");
        }
    }
}
