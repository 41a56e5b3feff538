package timeline.fanout.kafka;

import java.util.function.Function;
import timeline.event.EventCodec;
import timeline.event.FollowEvent;
import timeline.event.MalformedEventException;
import timeline.event.Topics;
import timeline.event.TweetEvent;
import timeline.fanout.Backfill;
import timeline.fanout.FanoutOutcome;
import timeline.fanout.FanoutWorker;
import timeline.id.UserId;

/**
 * A topic, and what is done with its events.
 *
 * @param decode throws {@link MalformedEventException} for bytes that are no event
 * @param lane events of one lane are handled in order, one at a time; lanes go side by side
 * @param handle may be called again for an event that it has handled
 */
public record EventSource<E>(String topic, Function<byte[], E> decode, Function<E, UserId> lane,
        Function<E, FanoutOutcome> handle) {
    /** One lane an author: their tweets and deletes keep their order. */
    public static EventSource<TweetEvent> tweets(FanoutWorker worker) {
        return new EventSource<>(Topics.TWEETS, EventCodec::decodeTweetEvent, TweetEvent::author, worker::handle);
    }

    /** One lane a follower: a popular author's new followers need not wait for each other. */
    public static EventSource<FollowEvent> follows(Backfill backfill) {
        return new EventSource<>(Topics.FOLLOWS, EventCodec::decodeFollowEvent, FollowEvent::follower,
                backfill::handle);
    }
}
