package timeline.tweet.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import timeline.event.TweetEvent;
import timeline.testkit.Await;
import timeline.tweetstore.TweetOutbox;

/** A publisher with a stream that can be looked at. */
public final class Publishing {
    private final RecordedStream stream = new RecordedStream();
    private final PromptPublisher publisher;

    public Publishing(TweetOutbox outbox, InstantSource clock) {
        publisher = new PromptPublisher(stream, new Settler(outbox, Runnable::run), clock, defect -> {});
    }

    public PromptPublisher publisher() {
        return publisher;
    }

    public List<TweetEvent> published() {
        return stream.stored();
    }

    public void awaitPublished(TweetEvent... events) {
        Await.passes("the events are published", () -> assertThat(published()).contains(events));
    }
}
