package timeline.tweetstore;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweetstore.SampleTweets.freshAuthor;
import static timeline.tweetstore.SampleTweets.tweet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import timeline.id.UserId;
import timeline.tweetstore.TweetOutbox.Backlog;

/** What {@link TweetOutbox} promises, whatever stores the entries. Each test begins with an empty outbox. */
interface TweetOutboxContract {
    TweetStore store();

    TweetOutbox outbox();

    Instant now();

    void advance(Duration time);

    @Test
    default void owesNothingAtFirst() {
        assertThat(outbox().pending(now(), 10)).isEmpty();
        assertThat(outbox().backlog()).isEqualTo(new Backlog(0, Optional.empty()));
    }

    @Test
    default void listsOnlyEntriesThatAreOldEnough() {
        OutboxEntry old = post();
        advance(Duration.ofSeconds(2));
        post();

        assertThat(outbox().pending(now(), 10)).containsExactly(old);
    }

    @Test
    default void aRemovedEntryIsNotOwedAnyMore() {
        OutboxEntry settled = post();
        OutboxEntry owed = post();
        advance(Duration.ofSeconds(2));

        outbox().settle(settled);
        outbox().settle(settled);

        assertThat(outbox().pending(now(), 10)).containsExactly(owed);
    }

    @Test
    default void keepsTheOrderOfOneAuthorsEntries() {
        UserId author = freshAuthor();
        List<OutboxEntry> written = IntStream.range(0, 30).mapToObj(i -> {
            advance(Duration.ofSeconds(1));
            Tweet tweet = tweet(author, now());
            OutboxEntry posted = store().post(tweet);
            return i % 2 == 0 ? List.of(posted) : List.of(posted, store().delete(tweet.id(), author));
        }).flatMap(List::stream).toList();
        advance(Duration.ofSeconds(2));

        assertThat(outbox().pending(now(), 100)).containsExactlyElementsOf(written);
    }

    @Test
    default void listsNoMoreThanTheLimitAndTheRestOnceThatIsSettled() {
        List<OutboxEntry> written = IntStream.range(0, 25).mapToObj(i -> post()).toList();
        advance(Duration.ofSeconds(2));

        List<OutboxEntry> first = outbox().pending(now(), 10);
        first.forEach(outbox()::settle);
        List<OutboxEntry> second = outbox().pending(now(), 100);

        assertThat(first).hasSize(10);
        assertThat(second).hasSize(15).doesNotContainAnyElementsOf(first);
        assertThat(written).containsAll(first).containsAll(second);
    }

    @Test
    default void stillOwesAfterDaysOfSilence() {
        OutboxEntry forgotten = post();
        advance(Duration.ofHours(1));
        OutboxEntry later = post();
        advance(Duration.ofDays(3));

        assertThat(outbox().pending(now(), 10)).containsExactlyInAnyOrder(forgotten, later);
        assertThat(outbox().pending(now(), 10)).containsExactlyInAnyOrder(forgotten, later);
    }

    @Test
    default void findsWhatIsWrittenAfterALongEmptyTime() {
        assertThat(outbox().pending(now(), 10)).isEmpty();
        advance(Duration.ofHours(5));
        assertThat(outbox().pending(now(), 10)).isEmpty();
        OutboxEntry entry = post();
        advance(Duration.ofMinutes(5));

        assertThat(outbox().pending(now(), 10)).containsExactly(entry);
    }

    @Test
    default void findsAnEntryThatArrivesLateFromASlowClock() {
        advance(Duration.ofMinutes(10));
        assertThat(outbox().pending(now(), 10)).isEmpty();
        advance(Duration.ofSeconds(-45));
        OutboxEntry late = post();
        advance(Duration.ofSeconds(50));

        assertThat(outbox().pending(now(), 10)).containsExactly(late);
    }

    @Test
    default void measuresItsBacklog() {
        OutboxEntry oldest = post();
        advance(Duration.ofSeconds(30));
        OutboxEntry newest = post();

        assertThat(outbox().backlog()).isEqualTo(new Backlog(2, Optional.of(oldest.writtenAt())));
        outbox().settle(oldest);
        assertThat(outbox().backlog()).isEqualTo(new Backlog(1, Optional.of(newest.writtenAt())));
    }

    private OutboxEntry post() {
        return store().post(tweet(freshAuthor(), now()));
    }
}
