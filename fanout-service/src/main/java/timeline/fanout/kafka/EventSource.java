package timeline.fanout.kafka;

import java.util.function.Function;
import timeline.deadline.Deadline;
import timeline.event.EventCodec;
import timeline.event.FollowEvent;
import timeline.event.MalformedEventException;
import timeline.event.Topics;
import timeline.event.TweetEvent;
import timeline.fanout.Backfill;
import timeline.fanout.FanoutOutcome;
import timeline.fanout.Progress;
import timeline.fanout.TweetDelivery;
import timeline.id.UserId;

/**
 * A topic, and what is done with its events.
 *
 * @param decode throws {@link MalformedEventException} for bytes that are no event
 * @param lane events of one lane are handled in order, one at a time; lanes go side by side
 * @param handle may be called again for an event that it has handled, or not finished
 */
public record EventSource<E>(String topic, Function<byte[], E> decode, Function<E, UserId> lane,
        Handling<E> handle) {
    /** What is done with an event: all of it, or as much as the turn allows. */
    @FunctionalInterface
    public interface Handling<E> {
        /** @throws timeline.fanout.UnfinishedException when the turn is over; the next one is given the same progress */
        FanoutOutcome handle(E event, Progress progress, Deadline turn);
    }

    /** One lane an author: their tweets and deletes keep their order. */
    public static EventSource<TweetEvent> tweets(TweetDelivery delivery) {
        return new EventSource<>(Topics.TWEETS, EventCodec::decodeTweetEvent, TweetEvent::author, delivery::handle);
    }

    /** One lane a follower: a popular author's new followers need not wait for each other. */
    public static EventSource<FollowEvent> follows(Backfill backfill) {
        return new EventSource<>(Topics.FOLLOWS, EventCodec::decodeFollowEvent, FollowEvent::follower,
                (event, progress, turn) -> backfill.handle(event, turn));
    }
}
