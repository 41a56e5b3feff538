package timeline.stores.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterViewTest {
    private static final String ANSWER = """
            aaa 127.0.0.1:17001@27001 myself,master - 0 0 1 connected 0-5460 16383 [7->-bbb]
            bbb 127.0.0.1:17002@27002,host master,fail - 1 2 2 disconnected 5461-16382
            ccc 127.0.0.1:17004@27004 slave aaa 0 0 1 connected
            ddd 127.0.0.1:17005@27005 handshake - 0 0 0 connected
            """;

    private final ClusterView view = ClusterView.parse(ANSWER);

    @Test
    void knowsItself() {
        assertThat(view.myself().id()).isEqualTo("aaa");
        assertThat(view.myself().isPrimary()).isTrue();
        assertThat(view.myself().slots().cardinality()).isEqualTo(5_462);
    }

    @Test
    void knowsWhoReplicatesWhom() {
        assertThat(view.members().get(2).primary()).isEqualTo("aaa");
        assertThat(view.members().get(2).isPrimary()).isFalse();
    }

    @Test
    void countsTheSlotsOfTheDeadAsClaimed() {
        assertThat(view.claimed().cardinality()).isEqualTo(ClusterView.SLOTS);
    }

    @Test
    void ignoresNodesWhoseIdIsStillMadeUp() {
        assertThat(view.ids()).containsExactlyInAnyOrder("aaa", "bbb", "ccc");
    }

    @Test
    void knowsThatItsPrimaryIsGone() {
        assertThat(replicaOf("slave,fail")).isTrue();
        assertThat(replicaOf("master,noaddr")).isTrue();
        assertThat(replicaOf("master")).isFalse();
        assertThat(view.isOrphan()).as("a primary is nobody's replica").isFalse();
    }

    @Test
    void knowsWhereItBelievesANodeToListen() {
        assertThat(view.finds("bbb", 17_002)).isTrue();
        assertThat(view.finds("bbb", 17_001)).as("another's port").isFalse();
        assertThat(view.finds("eee", 17_001)).as("nobody it knows").isFalse();
    }

    @Test
    void takesANodeWithoutAddressForOneThatListensNowhere() {
        ClusterView lost = ClusterView.parse("aaa :0@0 master,noaddr - 0 0 1 disconnected 0-5460");
        assertThat(lost.finds("aaa", 17_001)).isFalse();
        assertThat(lost.members().getFirst().port()).isZero();
    }

    private static boolean replicaOf(String flags) {
        return ClusterView.parse("""
                aaa 127.0.0.1:17001@27001 %s - 0 0 1 connected 0-5460
                bbb 127.0.0.1:17002@27002 myself,slave aaa 0 0 1 connected
                """.formatted(flags)).isOrphan();
    }
}
