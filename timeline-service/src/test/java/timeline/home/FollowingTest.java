package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;

class FollowingTest {
    private final Following following = Following.of(List.of(user(5), user(3), user(9)), List.of(user(9), user(70)),
            Map.of(), List.of(user(3), user(9), user(71)));

    @Test
    void knowsWhoIsFollowed() {
        assertThat(following.all()).containsExactly(user(3), user(5), user(9));
        assertThat(following.includes(user(5))).isTrue();
        assertThat(following.includes(user(70))).isFalse();
    }

    @Test
    void pullsOnlyWhoIsFollowed() {
        assertThat(following.pulledBefore(tweet(7))).containsExactly(Map.entry(user(9), tweet(7)));
        assertThat(following.pushed()).containsExactly(user(3), user(5));
    }

    @Test
    void pullsWhoIsOnTheWayOutUpToATweetAndReliesOnPushesFromThereOn() {
        Following leaving = Following.of(List.of(user(5), user(9)), List.of(user(5), user(9)),
                Map.of(user(9), tweet(40)), List.of(user(9)));

        assertThat(leaving.pulledBefore(TweetId.LATEST))
                .containsExactly(Map.entry(user(5), TweetId.LATEST), Map.entry(user(9), tweet(40)));
        assertThat(leaving.pulledBefore(tweet(30)))
                .containsExactly(Map.entry(user(5), tweet(30)), Map.entry(user(9), tweet(30)));
        assertThat(leaving.pushed()).containsExactly(user(9));
        assertThat(leaving.owedBefore(tweet(50))).containsExactly(Map.entry(user(9), tweet(50)));
    }

    @Test
    void owesTheOlderTweetsOfWhomOneFollowsAndDoesNotPullAnyway() {
        assertThat(following.owedBefore(tweet(7))).containsExactly(Map.entry(user(3), tweet(7)));
        assertThat(following.pushed()).as("the database stands in for it as well").contains(user(3));
    }

    @Test
    void takesEightBytesAnAccount() {
        assertThat(following.bytes()).isEqualTo(64 + 8 * 8);
    }

    private static TweetId tweet(long id) {
        return new TweetId(id);
    }
}
