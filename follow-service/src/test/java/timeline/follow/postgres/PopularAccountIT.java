package timeline.follow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import timeline.testkit.Together;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import timeline.follow.Follow;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowerCount;
import timeline.follow.GraphUnavailableException;
import timeline.follow.TestGraph;
import timeline.id.UserId;

/** The follows of one account do not wait for each other, but for those in the same one of its 16 counters (ADR 0010). */
class PopularAccountIT {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Test
    void aFollowThatHasNotReachedTheDiskHoldsUpOnlyItsShard() {
        UserId star = graph.user("star");
        UserId[] fans = graph.users("fan", 64);
        int held = FollowerCount.shardOf(fans[0]);
        graph.follows().follow(new Follow(fans[0], star));

        // An unfinished transaction that holds one counter, as a follow does until its commit is on the disk.
        new TransactionTemplate(new JdbcTransactionManager(TestDatabase.patient())).executeWithoutResult(status -> {
            JdbcClient.create(TestDatabase.patient())
                    .sql("SELECT followers FROM follower_counts WHERE user_id = ? AND shard = ? FOR UPDATE")
                    .params(star.value(), held).query(Long.class).single();
            // On another thread, which has not this thread's transaction.
            Together.run(1, one -> followAll(star, fans, held));
        });

        assertThat(graph.users().profile(star).orElseThrow().followerCount())
                .isEqualTo(graph.follows().followers(star, Long.MAX_VALUE, 100).size());
    }

    /** @return how many followed */
    private int followAll(UserId star, UserId[] fans, int held) {
        boolean waited = false;
        int followed = 0;
        for (int i = 1; i < fans.length; i++) {
            Follow edge = new Follow(fans[i], star);
            if (FollowerCount.shardOf(fans[i]) != held) {
                assertThat(graph.follows().follow(edge)).isInstanceOf(Changed.class);
                followed++;
            } else if (!waited) {
                waited = true;
                assertThatThrownBy(() -> graph.follows().follow(edge)).isInstanceOf(GraphUnavailableException.class);
            }
        }
        return followed;
    }
}
