package timeline.simulation.world;

import java.time.Duration;
import java.util.function.Function;
import timeline.fanout.GraphUnavailableException;
import timeline.home.FollowGraphUnavailableException;
import timeline.home.bodies.DeletionsUnavailableException;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.port.Link;
import timeline.simulation.port.Trace;
import timeline.simulation.port.Trouble;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * The arrows of the architecture, each with its time-out and with what its callers are thrown.
 *
 * @param store to Cassandra
 * @param cache to Redis
 * @param log to Kafka
 * @param postgres from the follow-service to PostgreSQL
 * @param fanoutGraph from the fan-out to the follow-service
 * @param readerGraph from the timeline-service to the follow-service
 * @param deletions from the timeline-service to the tweet-service
 */
public record Links(Link store, Link cache, Link log, Link postgres, Link fanoutGraph, Link readerGraph,
        Link deletions) {
    /** Kafka did not acknowledge, or did not answer. */
    static final class LogUnavailableException extends RuntimeException {
        LogUnavailableException(String message) {
            super(message);
        }
    }

    static Links over(Scheduler scheduler, Trouble trouble, Trace trace) {
        return new Maker(scheduler, trouble, trace).links();
    }

    /** An outage of the social graph, seen from everywhere. */
    public void setGraphDown(boolean isDown) {
        postgres.setDown(isDown);
        fanoutGraph.setDown(isDown);
        readerGraph.setDown(isDown);
    }

    private record Maker(Scheduler scheduler, Trouble trouble, Trace trace) {
        Links links() {
            return new Links(link(400, message -> new TweetsUnavailableException(message, null)),
                    link(150, message -> new HomeTimelinesUnavailableException(message, null)),
                    link(500, LogUnavailableException::new),
                    link(500, timeline.follow.GraphUnavailableException::new),
                    link(500, message -> new GraphUnavailableException(message, null)),
                    link(250, message -> new FollowGraphUnavailableException(message, null)),
                    link(400, message -> new DeletionsUnavailableException(message, null)));
        }

        private Link link(long timeoutMillis, Function<String, RuntimeException> outage) {
            return new Link(scheduler, trouble, trace, outage, Duration.ofMillis(timeoutMillis).toNanos());
        }
    }
}
