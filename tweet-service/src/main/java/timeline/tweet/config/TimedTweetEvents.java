package timeline.tweet.config;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CompletionStage;
import timeline.event.TweetEvent;
import timeline.tweet.outbox.TweetEvents;

/** Stage {@code publish}, from the send to the broker's answer; {@code publish-failed} when there was none. */
record TimedTweetEvents(TweetEvents events, StageTimer timer) implements TweetEvents {
    @Override
    public CompletionStage<?> publish(TweetEvent event) {
        Timer.Sample sample = timer.start();
        return events.publish(event).whenComplete(
                (stored, failure) -> timer.stop(sample, failure == null ? "publish" : "publish-failed"));
    }
}
