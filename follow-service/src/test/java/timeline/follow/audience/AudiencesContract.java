package timeline.follow.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import timeline.follow.Follow;
import timeline.follow.TestGraph;
import timeline.id.TweetId;
import timeline.id.UserId;

/** What every reader of the graph promises to the other services. */
public interface AudiencesContract {
    TestGraph graph();

    @Test
    default void pagesFollowersByTheirIds() {
        UserId star = graph().user("star");
        UserId[] fans = fansOf(star, 10);
        long[] expected = Arrays.stream(fans).mapToLong(UserId::value).sorted().toArray();

        for (int limit = 1; limit <= 12; limit++) {
            LongStream walked = LongStream.empty();
            OptionalLong after = OptionalLong.of(0);
            while (after.isPresent()) {
                FollowerPage page = graph().audiences().followers(star, after.getAsLong(), limit);
                assertThat(page.followers().size()).isLessThanOrEqualTo(limit);
                walked = LongStream.concat(walked, page.followers().stream());
                after = page.next();
            }
            assertThat(walked.toArray()).isEqualTo(expected);
        }
    }

    @Test
    default void showsAFollowerWhoCameBeforeTheFirstPageHoweverOthersComeAndGo() {
        UserId star = graph().user("star");
        UserId[] fans = fansOf(star, 6);
        UserId[] late = graph().users("late", 2);

        FollowerPage first = graph().audiences().followers(star, 0, 3);
        graph().follows().unfollow(new Follow(fans[0], star));
        graph().follows().unfollow(new Follow(fans[2], star));
        graph().follows().follow(new Follow(late[0], star));
        FollowerPage second = graph().audiences().followers(star, first.next().orElseThrow(), 3);

        assertThat(second.followers().toArray())
                .isEqualTo(new long[]{fans[3].value(), fans[4].value(), fans[5].value()});
    }

    @Test
    default void hasNoFollowersOfAnUnknownUser() {
        FollowerPage page = graph().audiences().followers(TestGraph.NOBODY, 0, 10);

        assertThat(page).isEqualTo(new FollowerPage(UserIds.of(), OptionalLong.empty(),
                new Audience(0, 10_000, Optional.empty())));
    }

    @Test
    default void tellsWhatTheFanOutDecidesBy() {
        UserId star = graph().user("star");
        fansOf(star, 3);
        graph().threshold().change(2);
        assertThat(audience(star)).isEqualTo(new Audience(3, 2, Optional.empty()));

        PulledAuthor entered = graph().pullSet().enter(star, new TweetId(900));
        assertThat(audience(star)).isEqualTo(new Audience(3, 2, Optional.of(entered)));

        PulledAuthor leaving = graph().pullSet().leave(star).orElseThrow();
        assertThat(audience(star)).isEqualTo(new Audience(3, 2, Optional.of(leaving)));
    }

    @Test
    default void showsWhomAUserFollowsAndWhichOfThemToPull() {
        UserId ada = graph().user("ada");
        UserId[] authors = graph().users("author", 4);
        Arrays.stream(authors).limit(3).forEach(author -> graph().follows().follow(new Follow(ada, author)));
        graph().pullSet().enter(authors[1], new TweetId(900));
        graph().pullSet().enter(authors[3], new TweetId(900));

        Following following = graph().audiences().following(ada);

        assertThat(following.following()).isEqualTo(ids(authors[0], authors[1], authors[2]));
        assertThat(following.pulled()).isEqualTo(ids(authors[1]));
        assertThat(following.version()).isEqualTo(graph().audiences().version(ada));
    }

    @Test
    default void aLeavingAuthorIsStillPulled() {
        UserId ada = graph().user("ada");
        UserId star = graph().user("star");
        graph().follows().follow(new Follow(ada, star));
        graph().pullSet().enter(star, new TweetId(900));
        TweetId until = graph().pullSet().leave(star).flatMap(PulledAuthor::until).orElseThrow();

        assertThat(graph().audiences().following(ada).pulled()).isEqualTo(ids(star));
        assertThat(graph().audiences().following(ada).leaving()).containsOnly(Map.entry(star, until));

        graph().pullSet().enter(star, new TweetId(960));
        assertThat(graph().audiences().following(ada).pulled()).isEqualTo(ids(star));
        assertThat(graph().audiences().following(ada).leaving()).isEmpty();
    }

    @Test
    default void whoFollowsALeavingAuthorDoesNotPull() {
        UserId ada = graph().user("ada");
        UserId bob = graph().user("bob");
        UserId[] stars = graph().users("star", 3);
        Map<UserId, TweetId> until = new HashMap<>();
        for (UserId star : stars) {
            graph().follows().follow(new Follow(ada, star));
            graph().pullSet().enter(star, new TweetId(900));
            until.put(star, graph().pullSet().leave(star).flatMap(PulledAuthor::until).orElseThrow());
            graph().follows().follow(new Follow(bob, star));
        }

        assertThat(graph().audiences().following(ada).leaving()).isEqualTo(until);
        assertThat(graph().audiences().following(bob).following()).isEqualTo(ids(stars));
        assertThat(graph().audiences().following(bob).pulled()).isEqualTo(ids());

        graph().pullSet().enter(stars[1], new TweetId(960));
        assertThat(graph().audiences().following(bob).pulled()).isEqualTo(ids(stars[1]));
        graph().pullSet().leave(stars[1]);
        assertThat(graph().audiences().following(bob).leaving()).containsOnlyKeys(stars[1]);
        graph().follows().unfollow(new Follow(bob, stars[1]));
        graph().follows().follow(new Follow(bob, stars[1]));
        assertThat(graph().audiences().following(bob).pulled()).isEqualTo(ids());
    }

    @Test
    default void anUnknownUserFollowsNobody() {
        Following following = graph().audiences().following(TestGraph.NOBODY);

        assertThat(following.following().size() + following.pulled().size()).isZero();
        assertThat(graph().audiences().version(TestGraph.NOBODY)).isEqualTo(following.version());
    }

    @Test
    default void theVersionChangesExactlyWhenTheUsersFollowsOrThePullSetDo() {
        UserId ada = graph().user("ada");
        UserId bob = graph().user("bob");
        UserId star = graph().user("star");
        Follow edge = new Follow(ada, star);

        assertThat(changesVersionOf(ada, () -> graph().follows().follow(edge))).isTrue();
        assertThat(changesVersionOf(ada, () -> graph().follows().follow(edge))).isFalse();
        assertThat(changesVersionOf(ada, () -> graph().follows().follow(new Follow(bob, star)))).isFalse();
        assertThat(changesVersionOf(ada, () -> graph().follows().follow(new Follow(bob, ada)))).isFalse();
        assertThat(changesVersionOf(ada, () -> graph().pullSet().enter(star, new TweetId(900)))).isTrue();
        assertThat(changesVersionOf(ada, () -> graph().pullSet().enter(star, new TweetId(901)))).isFalse();
        assertThat(changesVersionOf(ada, () -> graph().threshold().change(3))).isFalse();
        assertThat(changesVersionOf(ada, () -> graph().pullSet().leave(star))).isTrue();
        assertThat(changesVersionOf(ada, () -> graph().follows().unfollow(edge))).isTrue();
        assertThat(changesVersionOf(ada, () -> graph().follows().unfollow(edge))).isFalse();
        assertThat(changesVersionOf(ada, () -> graph().pullSet().remove(star, graph().pullSet().epoch()))).isTrue();
    }

    private boolean changesVersionOf(UserId user, Runnable work) {
        FollowingVersion before = graph().audiences().version(user);
        work.run();
        return !graph().audiences().version(user).equals(before);
    }

    private Audience audience(UserId author) {
        return graph().audiences().followers(author, 0, 1).audience();
    }

    private UserId[] fansOf(UserId star, int count) {
        UserId[] fans = graph().users("fan", count);
        Arrays.stream(fans).forEach(fan -> graph().follows().follow(new Follow(fan, star)));
        return fans;
    }

    private static UserIds ids(UserId... users) {
        return UserIds.of(Arrays.stream(users).mapToLong(UserId::value).toArray());
    }
}
