package timeline.follow;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.Together;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.id.UserId;

/** What every store of users promises. */
public interface UsersContract {
    TestGraph graph();

    @Test
    default void findsARegisteredUserByIdAndByName() {
        Instant createdAt = Instant.parse("2026-03-04T05:06:07.089Z");
        User user = graph().users().register(new Username("ada"), createdAt).orElseThrow();

        assertThat(user.createdAt()).isEqualTo(createdAt);
        assertThat(graph().users().find(user.id())).contains(user);
        assertThat(graph().users().findByName(new Username("ada"))).contains(user);
        assertThat(graph().users().profile(user.id())).contains(new Profile(user, 0, 0));
    }

    @Test
    default void knowsNobodyElse() {
        assertThat(graph().users().find(TestGraph.NOBODY)).isEmpty();
        assertThat(graph().users().profile(TestGraph.NOBODY)).isEmpty();
        assertThat(graph().users().findByName(new Username("nobody"))).isEmpty();
    }

    @Test
    default void registersANameOnce() {
        User first = graph().users().register(new Username("ada"), Instant.EPOCH).orElseThrow();

        assertThat(graph().users().register(new Username("ada"), Instant.EPOCH)).isEmpty();
        assertThat(graph().users().findByName(new Username("ada"))).contains(first);
    }

    @Test
    default void registersANameOnceAmongConcurrentRequests() {
        List<Optional<User>> outcomes = Together.run(32,
                number -> graph().users().register(new Username("wanted"), Instant.EPOCH));

        assertThat(outcomes.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    default void countsFollowersAndFolloweesInTheProfile() {
        UserId[] fans = graph().users("fan", 2);
        UserId star = graph().user("star");
        graph().follows().follow(new Follow(fans[0], star));
        graph().follows().follow(new Follow(fans[1], star));

        assertThat(graph().users().profile(star)).map(Profile::followerCount).contains(2L);
        assertThat(graph().users().profile(star)).map(Profile::followingCount).contains(0L);
        assertThat(graph().users().profile(fans[0])).map(Profile::followingCount).contains(1L);
    }
}
