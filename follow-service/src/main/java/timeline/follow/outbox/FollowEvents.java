package timeline.follow.outbox;

import java.util.concurrent.CompletionStage;
import timeline.event.FollowEvent;

/** The topic of follow events. */
@FunctionalInterface
public interface FollowEvents {
    /**
     * Publishes an event. Events of one author that are published one after the other keep their order. May take up to 500 ms to return
     * while the broker is not reachable; completes normally only once the broker has stored the event, exceptionally within 4 s otherwise.
     */
    CompletionStage<?> publish(FollowEvent event);
}
