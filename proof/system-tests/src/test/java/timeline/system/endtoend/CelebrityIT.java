package timeline.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.system.endtoend.Users.follow;
import static timeline.system.endtoend.Users.head;
import static timeline.system.endtoend.Users.post;
import static timeline.system.endtoend.Users.scroll;
import static timeline.system.endtoend.Users.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.client.Session;
import timeline.local.Stack;
import timeline.local.http.PushThreshold;

/** G13: who is pushed and who is pulled is nobody's business but the system's. */
@ExtendWith(RunningStack.class)
class CelebrityIT {
    private static final int THRESHOLD = 6;
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Users users;
    private final PushThreshold threshold;
    private long before;

    CelebrityIT(Stack stack) {
        this.users = new Users(stack);
        this.threshold = new PushThreshold(stack);
    }

    @BeforeEach
    void lowerTheThreshold() {
        before = threshold.current();
        threshold.change(THRESHOLD);
    }

    @AfterEach
    void restoreTheThreshold() {
        threshold.change(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {THRESHOLD - 1, THRESHOLD, THRESHOLD + 1})
    void showsEveryFollowerTheTweetsOfAnAuthorWithFollowers(int count) {
        Session author = users.somebody();
        List<Session> followers = users.some(count);
        followers.forEach(follower -> follow(follower, author));
        followers.forEach(Users::head);

        List<String> posted = Users.posts(author, 5);

        followers.forEach(follower -> within(FRESH, "all tweets arrived", () -> scroll(follower, 2).equals(posted)));
    }

    @Test
    void losesAndRepeatsNothingWhenAnAuthorCrossesTheThresholdUpAndDown() {
        Session author = users.somebody();
        List<Session> loyal = users.some(THRESHOLD - 3);
        List<Session> fickle = users.some(5);
        loyal.forEach(follower -> follow(follower, author));
        loyal.forEach(Users::head);
        List<String> posted = new ArrayList<>();

        for (int crossing = 0; crossing < 3; crossing++) {
            posted.addFirst(post(author, "below " + crossing));
            fickle.forEach(follower -> follow(follower, author));
            posted.addFirst(post(author, "above " + crossing));
            posted.addFirst(post(author, "still above " + crossing));
            fickle.forEach(follower -> follower.unfollow(author.user()).orThrow());
            posted.addFirst(post(author, "below again " + crossing));
            loyal.forEach(follower -> within(FRESH, "all tweets arrived", () -> head(follower).equals(posted)));
        }

        loyal.forEach(follower -> assertThat(scroll(follower, 3)).isEqualTo(posted));
        fickle.forEach(follower -> assertThat(head(follower)).isEmpty());
    }

    @Test
    void losesAndRepeatsNothingWhenTheThresholdMoves() {
        Session author = users.somebody();
        List<Session> followers = users.some(4);
        followers.forEach(follower -> follow(follower, author));
        followers.forEach(Users::head);
        List<String> posted = new ArrayList<>();

        for (long value : new long[]{100, 2, 0, 100, 4, Long.MAX_VALUE, 0, 5}) {
            threshold.change(value);
            posted.addFirst(post(author, "at " + value));
            posted.addFirst(post(author, "again at " + value));
            followers.forEach(follower -> within(FRESH, "all tweets arrived at threshold " + value,
                    () -> head(follower).equals(posted)));
        }
        followers.forEach(follower -> assertThat(scroll(follower, 3)).isEqualTo(posted));
    }
}
