package timeline.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowOutcome.SelfFollow;
import timeline.follow.FollowOutcome.Unchanged;
import timeline.follow.FollowOutcome.UnknownUser;
import timeline.id.UserId;

class SocialGraphTest {
    private final TestGraph stores = new InMemoryGraph();
    private final List<FollowEvent> told = new ArrayList<>();
    private final SocialGraph graph = new SocialGraph(stores.follows(), entry -> told.add(entry.event()));
    private final UserId ada = stores.user("ada");
    private final UserId bob = stores.user("bob");

    @Test
    void tellsOnlyOfChanges() {
        assertThat(graph.follow(ada, bob)).isInstanceOf(Changed.class);
        assertThat(graph.follow(ada, bob)).isInstanceOf(Unchanged.class);
        assertThat(graph.unfollow(ada, bob)).isInstanceOf(Changed.class);
        assertThat(graph.unfollow(ada, bob)).isInstanceOf(Unchanged.class);
        assertThat(graph.follow(ada, TestGraph.NOBODY)).isEqualTo(new UnknownUser(TestGraph.NOBODY));

        assertThat(told).containsExactly(new Followed(ada, bob, Optional.of(1L)), new Unfollowed(ada, bob));
    }

    @Test
    void nobodyFollowsThemselves() {
        assertThat(graph.follow(ada, ada)).isEqualTo(new SelfFollow());
        assertThat(graph.unfollow(ada, ada)).isEqualTo(new Unchanged());
        assertThat(told).isEmpty();
    }
}
