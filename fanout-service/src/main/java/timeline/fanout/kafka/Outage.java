package timeline.fanout.kafka;

import timeline.fanout.GraphUnavailableException;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * The work can't go on because something that it needs is down. It is tried again until it succeeds, however long that takes, and
 * nothing goes to the dead letter topic (G10).
 */
public final class Outage extends RuntimeException {
    Outage(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }

    static boolean isOutage(RuntimeException failure) {
        return switch (failure) {
            case Outage outage -> true;
            case HomeTimelinesUnavailableException cache -> true;
            case TweetsUnavailableException store -> true;
            case GraphUnavailableException graph -> true;
            default -> false;
        };
    }

    /** What is down, as a label of metrics. */
    String reason() {
        return switch (getCause()) {
            case HomeTimelinesUnavailableException cache -> "home-timelines";
            case TweetsUnavailableException store -> "tweets";
            case GraphUnavailableException graph -> "follow-graph";
            case null, default -> "dead-letters";
        };
    }
}
