package timeline.tweet.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.ManualClock;
import timeline.tweet.Drafts;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetOutbox.Backlog;

class PromptPublisherTest {
    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTweets store = new InMemoryTweets(clock);
    private final RecordedStream stream = new RecordedStream();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();
    private final PromptPublisher publisher = new PromptPublisher(stream, new Settler(store, Runnable::run), clock,
            defects::add);
    private long lastId = 100;

    @AfterEach
    void close() {
        stream.setSilent(false);
        publisher.close();
    }

    @Test
    void publishesAtOnceAndSettlesOnTheBrokersAnswer() {
        stream.setSilent(true);
        OutboxEntry entry = post();
        publisher.publishSoon(entry);
        Await.that("the event is sent", () -> stream.stored().contains(entry.event()));
        assertThat(store.backlog().entries()).as("still owed without an answer").isEqualTo(1);

        stream.setSilent(false);
        Await.that("the entry is settled", () -> store.backlog().equals(Backlog.NONE));
        Await.that("it is counted", () -> publisher.published() == 1);
    }

    @Test
    void leavesARefusedEventToTheRelay() {
        stream.refuse(event -> true);
        publisher.publishSoon(post());

        Await.that("it is counted", () -> publisher.leftToRelay() == 1);
        assertThat(store.backlog().entries()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void goesOnWhateverHappensToOneEvent(Throwable thrown) {
        OutboxEntry cursed = post();
        stream.throwing(event -> event.equals(cursed.event()) ? Optional.of(thrown) : Optional.empty());
        OutboxEntry next = post();
        publisher.publishSoon(cursed);
        publisher.publishSoon(next);

        Await.that("the next one is published", () -> stream.stored().contains(next.event()));
        assertThat(publisher.leftToRelay()).isEqualTo(1);
        assertThat(publisher.failures()).isEqualTo(1);
        assertThat(defects).containsExactly(thrown);
    }

    static Stream<Throwable> goesOnWhateverHappensToOneEvent() {
        return Stream.of(new IllegalStateException("the producer is fenced"),
                new OutOfMemoryError("no room for a record"));
    }

    @Test
    void leavesAnEventThatWaitedTooLongToTheRelay() {
        OutboxEntry old = post();
        clock.advance(Duration.ofMillis(2_001));
        publisher.publishSoon(old);

        Await.that("it is counted", () -> publisher.leftToRelay() == 1);
        assertThat(stream.stored()).isEmpty();
    }

    @Test
    void keepsTheOrder() {
        for (int i = 0; i < 1_000; i++) {
            publisher.publishSoon(post());
        }
        publisher.close();

        assertThat(stream.stored()).hasSize(1_000).extracting(event -> event.tweet().value()).isSorted();
        assertThat(store.backlog()).isEqualTo(Backlog.NONE);
    }

    @Test
    void closingWaitsForWhatWasTaken() {
        stream.setSilent(true);
        publisher.publishSoon(post());
        Thread closing = Thread.startVirtualThread(publisher::close);
        Await.that("the event is sent", () -> stream.stored().size() == 1);
        assertThat(closing.isAlive()).isTrue();

        stream.setSilent(false);
        Await.that("closed", () -> !closing.isAlive());
        assertThat(store.backlog()).isEqualTo(Backlog.NONE);
    }

    @Test
    void afterClosingEverythingIsLeftToTheRelay() {
        publisher.close();
        publisher.publishSoon(post());

        assertThat(publisher.leftToRelay()).isEqualTo(1);
        assertThat(stream.stored()).isEmpty();
    }

    private OutboxEntry post() {
        UserId author = Drafts.ADA;
        OutboxEntry entry = store.post(new Tweet(new TweetId(++lastId), author, "ada", "text", List.of()));
        assertThat(entry.event()).isEqualTo(new TweetPosted(new TweetId(lastId), author));
        return entry;
    }
}
