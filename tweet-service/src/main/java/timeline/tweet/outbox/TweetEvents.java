package timeline.tweet.outbox;

import java.util.concurrent.CompletionStage;
import timeline.event.TweetEvent;

/** The event stream. */
@FunctionalInterface
public interface TweetEvents {
    /**
     * Publishes an event. Events of one author that are published one after the other keep their order. May take up to 500 ms to return
     * while the broker is not reachable; completes normally only once the broker has stored the event, exceptionally within 4 s otherwise.
     */
    CompletionStage<?> publish(TweetEvent event);
}
