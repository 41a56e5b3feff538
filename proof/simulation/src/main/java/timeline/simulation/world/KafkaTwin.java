package timeline.simulation.world;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import timeline.event.FollowEvent;
import timeline.event.TweetEvent;
import timeline.follow.outbox.FollowEvents;
import timeline.simulation.port.Fault;
import timeline.simulation.port.Link;
import timeline.simulation.port.Trouble;
import timeline.simulation.world.Links.LogUnavailableException;
import timeline.tweet.outbox.TweetEvents;

/** The producers' side of the log: stores at least once what it acknowledges. */
record KafkaTwin(Link log, Stores stores, Trouble trouble) implements TweetEvents, FollowEvents {
    @Override
    public CompletionStage<?> publish(TweetEvent event) {
        try {
            log.send("log.publish", event, () -> {
                stores.tweetEvents.append(event.author(), event);
                if (trouble.strikes(Fault.DUPLICATE)) {
                    stores.tweetEvents.append(event.author(), event);
                }
            });
            return CompletableFuture.completedFuture(event);
        } catch (LogUnavailableException outage) {
            return CompletableFuture.failedFuture(outage);
        }
    }

    @Override
    public CompletionStage<?> publish(FollowEvent event) {
        try {
            log.send("log.publish", event, () -> stores.followEvents.append(event.author(), event));
            return CompletableFuture.completedFuture(event);
        } catch (LogUnavailableException outage) {
            return CompletableFuture.failedFuture(outage);
        }
    }
}
