package timeline.tweetstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeline.tweetstore.SampleTweets.NOON;
import static timeline.tweetstore.SampleTweets.freshAuthor;
import static timeline.tweetstore.SampleTweets.postSeries;
import static timeline.tweetstore.SampleTweets.tweet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweets.Slice;

/** What {@link Tweets} promises, whatever stores the tweets. */
interface TweetsContract {
    Tweets tweets();

    TweetStore store();

    @Test
    default void findsLiveTweetsAndLeavesOutUnknownOnes() {
        Tweet first = tweet(freshAuthor(), NOON);
        Tweet second = tweet(freshAuthor(), NOON.plusSeconds(1));
        Tweet neverPosted = tweet(freshAuthor(), NOON);
        store().post(first);
        store().post(second);

        Map<TweetId, Tweet> found = tweets().findAll(List.of(first.id(), neverPosted.id(), second.id()),
                Deadline.current());

        assertThat(found).containsOnly(Map.entry(first.id(), first), Map.entry(second.id(), second));
    }

    @Test
    default void findsNothingAmongNoIds() {
        assertThat(tweets().findAll(List.of(), Deadline.current())).isEmpty();
    }

    @Test
    default void findsATweetOnceWhenItIsAskedForTwice() {
        Tweet tweet = tweet(freshAuthor(), NOON);
        store().post(tweet);

        assertThat(tweets().findAll(List.of(tweet.id(), tweet.id()), Deadline.current())).containsOnlyKeys(tweet.id());
    }

    @Test
    default void findsAHundredTweetsOfAHundredAuthors() {
        List<Tweet> posted = IntStream.range(0, 100).mapToObj(i -> tweet(freshAuthor(), NOON.plusMillis(i))).toList();
        posted.forEach(store()::post);

        assertThat(tweets().findAll(posted.stream().map(Tweet::id).toList(), Deadline.current()).values())
                .containsExactlyInAnyOrderElementsOf(posted);
    }

    @Test
    default void returnsTextAndMediaVerbatim() {
        Tweet odd = new Tweet(tweet(freshAuthor(), NOON).id(), freshAuthor(), "ada",
                "Zoë 👩‍👩‍👧‍👦 '; DROP TABLE tweets; --\n\t\u202Ertl ${jndi:x}", List.of("photo-1", "clip_2"));
        store().post(odd);

        assertThat(tweets().findAll(List.of(odd.id()), Deadline.current())).containsEntry(odd.id(), odd);
        assertThat(tweets().ofAuthor(odd.author(), TweetId.LATEST, 1, Deadline.current())).containsExactly(odd);
    }

    @Test
    default void listsAnAuthorsTweetsNewestFirst() {
        UserId author = freshAuthor();
        List<Tweet> newestFirst = postSeries(store(), author, NOON, Duration.ofSeconds(1), 5);
        postSeries(store(), freshAuthor(), NOON, Duration.ofSeconds(1), 5);

        assertThat(tweets().ofAuthor(author, TweetId.LATEST, 20, Deadline.current()))
                .containsExactlyElementsOf(newestFirst);
    }

    @Test
    default void listsNothingOfAnAuthorWithoutTweets() {
        assertThat(tweets().ofAuthor(freshAuthor(), TweetId.LATEST, 20, Deadline.current())).isEmpty();
    }

    @Test
    default void listsOnlyWhatIsOlderThanTheGivenTweet() {
        UserId author = freshAuthor();
        List<Tweet> newestFirst = postSeries(store(), author, NOON, Duration.ofSeconds(1), 5);

        assertThat(tweets().ofAuthor(author, newestFirst.get(1).id(), 2, Deadline.current()))
                .isEqualTo(newestFirst.subList(2, 4));
    }

    @Test
    default void walksYearsOfASparseAuthor() {
        UserId author = freshAuthor();
        List<Tweet> newestFirst = postSeries(store(), author, NOON, Duration.ofDays(100), 30);

        assertThat(tweets().ofAuthor(author, TweetId.LATEST, 100, Deadline.current()))
                .containsExactlyElementsOf(newestFirst);
        assertThat(tweets().ofAuthor(author, newestFirst.get(9).id(), 10, Deadline.current()))
                .isEqualTo(newestFirst.subList(10, 20));
    }

    @Test
    default void readsOnPastDeletedTweetsInsteadOfReturningLess() {
        UserId author = freshAuthor();
        List<Tweet> newestFirst = postSeries(store(), author, NOON, Duration.ofHours(1), 60);
        newestFirst.subList(5, 55).forEach(tweet -> store().delete(tweet.id(), author));

        List<Tweet> live = List.copyOf(newestFirst.subList(0, 5));
        assertThat(tweets().ofAuthor(author, TweetId.LATEST, 7, Deadline.current()))
                .startsWith(live.toArray(Tweet[]::new))
                .endsWith(newestFirst.get(55), newestFirst.get(56)).hasSize(7);
    }

    @Test
    default void answersForEveryAuthorAskedFor() {
        UserId silent = freshAuthor();
        UserId busy = freshAuthor();
        List<Tweet> newestFirst = postSeries(store(), busy, NOON, Duration.ofMinutes(1), 10);

        assertThat(tweets().ofAuthors(List.of(silent, busy), TweetId.LATEST, 3, Deadline.current()))
                .containsOnly(Map.entry(silent, List.of()), Map.entry(busy, newestFirst.subList(0, 3)));
    }

    @Test
    default void answersForNoAuthors() {
        assertThat(tweets().ofAuthors(List.of(), TweetId.LATEST, 3, Deadline.current())).isEmpty();
    }

    /** Wherever a look at the newest ends, reading on from there gives what is missing, and nothing twice. */
    @Test
    default void theNewestAndWhatIsBelowThemAreAll() {
        UserId silent = freshAuthor();
        UserId sparse = freshAuthor();
        UserId busy = freshAuthor();
        List<Tweet> ofSparse = postSeries(store(), sparse, NOON, Duration.ofDays(10), 12);
        List<Tweet> ofBusy = postSeries(store(), busy, NOON, Duration.ofHours(7), 40);
        ofBusy.subList(1, 9).forEach(tweet -> store().delete(tweet.id(), busy));
        List<TweetId> positions = new ArrayList<>(List.of(TweetId.LATEST, TweetId.EARLIEST));
        ofSparse.forEach(tweet -> positions.add(tweet.id()));
        ofBusy.forEach(tweet -> positions.add(tweet.id()));
        for (TweetId before : positions) {
            for (List<UserId> authors : List.of(List.of(silent, sparse, busy), List.of(sparse), List.of(silent))) {
                Map<UserId, Slice> newest = tweets().newestOfAuthors(authors, before, 4, Deadline.current());

                assertThat(newest).containsOnlyKeys(authors);
                newest.forEach((author, slice) -> assertThat(readOn(author, before, slice, 4))
                        .as("of %s before %s", author, before)
                        .isEqualTo(tweets().ofAuthor(author, before, 4, Deadline.current())));
            }
        }
    }

    /** In so many steps as it takes. */
    private List<Tweet> readOn(UserId author, TweetId before, Slice slice, int limit) {
        List<Tweet> read = new ArrayList<>(slice.tweets());
        TweetId from = before;
        Slice last = slice;
        while (last.readOn().isPresent()) {
            TweetId next = last.readOn().orElseThrow();
            assertThat(next.isBefore(from)).as("%s is below %s", next, from).isTrue();
            from = next;
            last = Objects.requireNonNull(tweets().newestOfAuthors(List.of(author), from, limit - read.size(),
                    Deadline.current()).get(author));
            read.addAll(last.tweets());
        }
        return read;
    }

    @Test
    default void asksNothingWhenNoTimeIsLeft() {
        Deadline passed = Deadline.in(Duration.ZERO);

        assertThatThrownBy(() -> tweets().findAll(List.of(new TweetId(1)), passed))
                .isInstanceOf(TweetsUnavailableException.class);
        assertThatThrownBy(() -> tweets().ofAuthor(new UserId(1), TweetId.LATEST, 1, passed))
                .isInstanceOf(TweetsUnavailableException.class);
        assertThatThrownBy(() -> tweets().ofAuthors(List.of(new UserId(1), new UserId(2)), TweetId.LATEST, 1, passed))
                .isInstanceOf(TweetsUnavailableException.class);
        assertThatThrownBy(() -> tweets().newestOfAuthors(List.of(new UserId(1)), TweetId.LATEST, 1, passed))
                .isInstanceOf(TweetsUnavailableException.class);
    }

    @Test
    default void answersForManyAuthorsLikeForEachOne() {
        List<UserId> authors = IntStream.range(0, 250).mapToObj(i -> freshAuthor()).toList();
        for (int i = 0; i < authors.size(); i++) {
            List<Tweet> series = postSeries(store(), authors.get(i), NOON.minus(Duration.ofDays(i)),
                    Duration.ofDays(1 + i % 40), i % 7);
            if (i % 5 == 0 && !series.isEmpty()) {
                store().delete(series.getFirst().id(), authors.get(i));
            }
        }
        TweetId before = tweet(freshAuthor(), NOON.minus(Duration.ofDays(20))).id();

        Map<UserId, List<Tweet>> found = tweets().ofAuthors(authors, before, 4, Deadline.current());

        assertThat(found).hasSize(authors.size());
        assertThat(authors).allSatisfy(
                author -> assertThat(found.get(author))
                        .isEqualTo(tweets().ofAuthor(author, before, 4, Deadline.current())));
    }
}
