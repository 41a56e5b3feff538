package timeline.tweet.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import timeline.event.TweetEvent;
import timeline.outbox.Delivery;
import timeline.outbox.PromptPublisher;
import timeline.testkit.Await;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;

/** A publisher with a stream that can be looked at. */
public final class Publishing {
    private final List<TweetEvent> published = new CopyOnWriteArrayList<>();
    private final PromptPublisher<OutboxEntry> publisher;

    public Publishing(TweetOutbox outbox, InstantSource clock) {
        TweetEvents events = event -> CompletableFuture.completedFuture(published.add(event));
        publisher = new PromptPublisher<>(
                new Delivery<>(entry -> events.publish(entry.event()), new TweetSettler(outbox, Runnable::run)),
                Duration.ofSeconds(2), clock, defect -> {});
    }

    public PromptPublisher<OutboxEntry> publisher() {
        return publisher;
    }

    public List<TweetEvent> published() {
        return List.copyOf(published);
    }

    public void awaitPublished(TweetEvent... events) {
        Await.passes("the events are published", () -> assertThat(published()).contains(events));
    }
}
