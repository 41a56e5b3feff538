package timeline.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import timeline.event.TweetEvent;
import timeline.follow.outbox.FollowEvents;
import timeline.follow.outbox.OutboxEntry;
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
    public List<Long> publish(List<OutboxEntry> entries) {
        List<Long> acknowledged = new ArrayList<>();
        for (OutboxEntry entry : entries) {
            try {
                log.send("log.publish", entry.event(),
                        () -> stores.followEvents.append(entry.event().author(), entry.event()));
                acknowledged.add(entry.number());
            } catch (LogUnavailableException outage) {
                break;
            }
        }
        return acknowledged;
    }
}
