package timeline.tweetstore;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweetstore.SampleTweets.NOON;
import static timeline.tweetstore.SampleTweets.freshAuthor;
import static timeline.tweetstore.SampleTweets.tweet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.tweetstore.InMemoryTweets.Part;

/** What {@link TweetStore} promises, whatever stores the tweets. */
interface TweetStoreContract {
    Tweets tweets();

    TweetStore store();

    TweetOutbox outbox();

    OwedDeliveries owedDeliveries();

    /** The store's clock stands at this time, unless a test moves it. */
    Instant now();

    /** Writes by hand what a batch that was not finished leaves of a post. */
    void postAllBut(Part missing, Tweet tweet);

    /** Writes by hand what a batch that was not finished leaves of a delete. */
    void deleteAllBut(Part missing, Tweet tweet);

    @Test
    default void aPostedTweetIsReadableByIdAndByAuthor() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);

        assertThat(tweets().findAll(List.of(tweet.id()), Deadline.current())).containsEntry(tweet.id(), tweet);
        assertThat(tweets().ofAuthor(tweet.author(), TweetId.LATEST, 1, Deadline.current())).containsExactly(tweet);
        assertThat(store().authorship(tweet.id())).contains(new Authorship(tweet.author(), false));
    }

    @Test
    default void aPostOwesItsEventWhichNamesTheDeliveryThatIsOwed() {
        Tweet tweet = tweet(freshAuthor(), now());
        OutboxEntry owed = store().post(tweet);

        assertThat(owed).isEqualTo(
                new OutboxEntry(now(), new TweetPosted(tweet.id(), tweet.author(), Optional.of(now()))));
        assertThat(pending()).contains(owed);
        assertThat(deliveries()).contains(new OwedDelivery(now(), tweet.id(), tweet.author()));
    }

    @Test
    default void aDeleteOwesItsEvent() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);
        OutboxEntry owed = store().delete(tweet.id(), tweet.author());

        assertThat(owed).isEqualTo(new OutboxEntry(now(), new TweetDeleted(tweet.id(), tweet.author())));
        assertThat(pending()).contains(owed);
        assertThat(deliveries()).filteredOn(delivery -> delivery.tweet().equals(tweet.id())).as("of the post")
                .hasSize(1);
    }

    @Test
    default void aDeletedTweetIsGoneButItsAuthorIsKnown() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);
        store().delete(tweet.id(), tweet.author());

        assertThat(tweets().findAll(List.of(tweet.id()), Deadline.current())).isEmpty();
        assertThat(tweets().ofAuthor(tweet.author(), TweetId.LATEST, 20, Deadline.current())).isEmpty();
        assertThat(store().authorship(tweet.id())).contains(new Authorship(tweet.author(), true));
    }

    @Test
    default void aTweetThatNeverWasHasNoAuthor() {
        assertThat(store().authorship(tweet(freshAuthor(), NOON).id())).isEqualTo(Optional.empty());
    }

    @Test
    default void postingTwiceIsPostingOnce() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);
        store().post(tweet);

        assertThat(tweets().ofAuthor(tweet.author(), TweetId.LATEST, 20, Deadline.current())).containsExactly(tweet);
    }

    @Test
    default void postingAgainDoesNotBringADeletedTweetBack() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);
        store().delete(tweet.id(), tweet.author());
        store().post(tweet);

        assertThat(tweets().findAll(List.of(tweet.id()), Deadline.current())).isEmpty();
        assertThat(tweets().ofAuthor(tweet.author(), TweetId.LATEST, 20, Deadline.current())).isEmpty();
    }

    @Test
    default void aDeleteWinsOverATweetThatWasMadeByAFasterClock() {
        Tweet fromTheFuture = tweet(freshAuthor(), now().plus(Duration.ofSeconds(5)));
        store().post(fromTheFuture);
        store().delete(fromTheFuture.id(), fromTheFuture.author());

        assertThat(tweets().findAll(List.of(fromTheFuture.id()), Deadline.current())).isEmpty();
    }

    @Test
    default void aDeleteThatOvertakesItsPostStillWins() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().delete(tweet.id(), tweet.author());
        store().post(tweet);

        assertThat(tweets().findAll(List.of(tweet.id()), Deadline.current())).isEmpty();
        assertThat(tweets().ofAuthor(tweet.author(), TweetId.LATEST, 20, Deadline.current())).isEmpty();
    }

    @Test
    default void aConfirmedTweetIsThereForEverybodyAndSoIsItsDelete() {
        Tweet tweet = tweet(freshAuthor(), now());
        assertThat(presence(tweet)).isEqualTo(Presence.ABSENT);
        store().post(tweet);
        assertThat(presence(tweet)).isEqualTo(Presence.COMPLETE);
        store().delete(tweet.id(), tweet.author());
        assertThat(presence(tweet)).isEqualTo(Presence.COMPLETE);
    }

    @Test
    default void aDeleteThatOvertakesItsPostIsThereForEverybody() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().delete(tweet.id(), tweet.author());

        assertThat(presence(tweet)).isEqualTo(Presence.COMPLETE);
    }

    @Test
    default void aTweetOfSomebodyElseIsNotTheAuthors() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);

        assertThat(store().presence(tweet.id(), freshAuthor())).isEqualTo(Presence.ABSENT);
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    default void aPostWithoutOneOfItsRowsIsThereInPart(Part missing) {
        Tweet tweet = tweet(freshAuthor(), now());
        postAllBut(missing, tweet);

        assertThat(presence(tweet)).isEqualTo(Presence.PARTIAL);
        store().post(tweet);
        assertThat(presence(tweet)).isEqualTo(Presence.COMPLETE);
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    default void aDeleteWithoutOneOfItsRowsIsThereInPart(Part missing) {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);
        deleteAllBut(missing, tweet);

        assertThat(presence(tweet)).isEqualTo(Presence.PARTIAL);
        store().delete(tweet.id(), tweet.author());
        assertThat(presence(tweet)).isEqualTo(Presence.COMPLETE);
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    default void aDeleteWinsOverTheRestOfAPost(Part late) {
        Tweet tweet = tweet(freshAuthor(), now());
        postAllBut(late, tweet);
        store().delete(tweet.id(), tweet.author());
        store().post(tweet);

        assertThat(presence(tweet)).isEqualTo(Presence.COMPLETE);
        assertThat(tweets().findAll(List.of(tweet.id()), Deadline.current())).isEmpty();
        assertThat(tweets().ofAuthor(tweet.author(), TweetId.LATEST, 20, Deadline.current())).isEmpty();
    }

    private Presence presence(Tweet tweet) {
        return store().presence(tweet.id(), tweet.author());
    }

    private List<OwedDelivery> deliveries() {
        return owedDeliveries().pending(now().plusMillis(1), 10_000);
    }

    private List<OutboxEntry> pending() {
        return outbox().pending(now().plusMillis(1), 10_000);
    }
}
