package timeline.home;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.Scene.user;

import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private final Following following = Following.of(List.of(user(5), user(3), user(9)), List.of(user(9), user(70)));

    @Test
    void knowsWhoIsFollowed() {
        assertThat(following.all()).containsExactly(user(3), user(5), user(9));
        assertThat(following.includes(user(5))).isTrue();
        assertThat(following.includes(user(70))).isFalse();
    }

    @Test
    void pullsOnlyWhoIsFollowed() {
        assertThat(following.pulled()).containsExactly(user(9));
        assertThat(following.pushed()).containsExactly(user(3), user(5));
    }

    @Test
    void takesEightBytesAnAccount() {
        assertThat(following.bytes()).isEqualTo(64 + 5 * 8);
    }
}
