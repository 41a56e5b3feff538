package timeline.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.system.endtoend.Users.follow;
import static timeline.system.endtoend.Users.head;
import static timeline.system.endtoend.Users.post;
import static timeline.system.endtoend.Users.posts;
import static timeline.system.endtoend.Users.scroll;
import static timeline.system.endtoend.Users.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.id.TweetId;
import timeline.local.Stack;

/** The promises on a healthy stack (docs/guarantees.md). */
@ExtendWith(RunningStack.class)
class TimelineIT {
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Users users;

    TimelineIT(Stack stack) {
        this.users = new Users(stack);
    }

    /** G3. */
    @Test
    void showsATweetToAFollowerWithinThreeSeconds() {
        Session author = users.somebody();
        Session follower = users.somebody();
        follow(follower, author);
        assertThat(head(follower)).isEmpty();

        String tweet = post(author, "hello");

        within(FRESH, "the follower sees the tweet", () -> head(follower).contains(tweet));
    }

    /** G2. */
    @Test
    void showsAnAuthorTheOwnTweetAtOnceOnEveryDevice() {
        Session phone = users.somebody();
        Session laptop = users.client().signIn(phone.username());

        for (int n = 0; n < 20; n++) {
            String tweet = post(phone, "mine " + n);

            assertThat(head(laptop)).contains(tweet);
            assertThat(head(phone)).contains(tweet);
        }
    }

    /** G4, G5, G6: across the 800 boundary between cache and database. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 101, 799, 800, 801, 2_000})
    void scrollsThroughATimelineOf(int tweets) {
        Session author = users.somebody();
        Session follower = users.somebody();
        follow(follower, author);
        head(follower);
        List<String> posted = posts(author, tweets);
        within(FRESH.multipliedBy(3), "the newest tweet arrived",
                () -> head(follower).equals(posted.subList(0, Math.min(100, tweets))));

        assertThat(scroll(follower, 100)).isEqualTo(posted);
        assertThat(scroll(follower, 37)).isEqualTo(posted);
        if (tweets < 2_000) {
            assertThat(scroll(follower, 7)).isEqualTo(posted);
        }
    }

    /** G6: every page size. */
    @Test
    void scrollsWithEveryPageSize() {
        Session author = users.somebody();
        Session follower = users.somebody();
        follow(follower, author);
        List<String> posted = posts(author, 105);
        within(FRESH, "all tweets arrived", () -> scroll(follower, 100).equals(posted));

        for (int limit = 1; limit <= 100; limit++) {
            assertThat(scroll(follower, limit)).as("limit " + limit).isEqualTo(posted);
        }
    }

    /** G6: whoever was there before the scroll began is met, whatever is posted and deleted meanwhile. */
    @Test
    void meetsEveryTweetWhileOthersArePostedAndDeleted() {
        Session author = users.somebody();
        Session follower = users.somebody();
        follow(follower, author);
        List<String> posted = posts(author, 60);
        within(FRESH, "all tweets arrived", () -> scroll(follower, 100).equals(posted));

        List<String> seen = new java.util.ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int page = 0;
        do {
            Answer answer = follower.timeline(7, cursor);
            seen.addAll(Users.ids(answer));
            var next = answer.body().path("next_cursor");
            cursor = next.isString() ? Optional.of(next.stringValue()) : Optional.empty();
            post(author, "meanwhile " + page);
            // The anchor of the cursor goes, too: a cursor does not need its tweet.
            author.delete(TweetId.parse(posted.get(Math.min(59, page * 7 + 6)))).orThrow();
            page++;
        } while (cursor.isPresent());

        assertThat(seen).isEqualTo(posted.stream().filter(seen::contains).toList()).doesNotHaveDuplicates();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(60);
    }

    /** G7. */
    @Test
    void forgetsAnUnfollowedAuthorAtOnceAndRemembersAFollowedOneWithinThreeSeconds() {
        Session author = users.somebody();
        Session follower = users.somebody();
        follow(follower, author);
        List<String> posted = posts(author, 30);
        within(FRESH, "all tweets arrived", () -> scroll(follower, 100).equals(posted));

        follower.unfollow(author.user()).orThrow();
        assertThat(scroll(follower, 100)).isEmpty();

        follow(follower, author);
        within(FRESH, "the author's tweets are back", () -> scroll(follower, 100).equals(posted));
    }

    /** G8. */
    @Test
    void dropsADeletedTweetWithinASecond() {
        Session author = users.somebody();
        Session follower = users.somebody();
        follow(follower, author);
        List<String> posted = posts(author, 3);
        within(FRESH, "all tweets arrived", () -> head(follower).equals(posted));

        author.delete(TweetId.parse(posted.get(1))).orThrow();

        within(Duration.ofSeconds(1), "the tweet is gone",
                () -> head(follower).equals(List.of(posted.get(0), posted.get(2))));
        assertThat(head(author)).doesNotContain(posted.get(1));
        assertThat(author.delete(TweetId.parse(posted.get(1))).status()).isEqualTo(204);
        assertThat(follower.delete(TweetId.parse(posted.get(0))).status()).isEqualTo(403);
    }

    /** G9. */
    @Test
    void showsNobodyATweetOfAStranger() {
        Session author = users.somebody();
        Session stranger = users.somebody();

        post(author, "not for you");

        assertThat(scroll(stranger, 100)).isEmpty();
    }

    @Test
    void makesOneTweetOfARepeatedPost() {
        Session author = users.somebody();

        Answer first = author.post("once", "key-1");
        Answer again = author.post("once", "key-1");
        Answer other = author.post("twice", "key-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(head(author)).hasSize(1);
    }
}
