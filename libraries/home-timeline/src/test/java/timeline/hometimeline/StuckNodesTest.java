package timeline.hometimeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StuckNodesTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final AtomicInteger refreshes = new AtomicInteger();
    private final StuckNodes nodes = new StuckNodes(Duration.ofMillis(500), nanos::get, refreshes::incrementAndGet);

    @Test
    void looksForANewTopologyWhenANodeTimesOutThreeTimesInARow() {
        timeOut("a", 2);
        assertThat(refreshes).hasValue(0);
        timeOut("a", 1);
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void forgivesANodeThatAnswersInBetween() {
        timeOut("a", 2);
        nodes.answered("a");
        timeOut("a", 2);
        assertThat(refreshes).hasValue(0);
    }

    @Test
    void countsEveryNodeByItself() {
        timeOut("a", 2);
        timeOut("b", 2);
        assertThat(refreshes).hasValue(0);
    }

    @Test
    void looksAtMostOnceInAnInterval() {
        timeOut("a", 20);
        assertThat(refreshes).hasValue(1);
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        timeOut("a", 20);
        assertThat(refreshes).hasValue(2);
    }

    @Test
    void leavesAStuckNodeAlone() {
        timeOut("a", 2);
        assertThat(nodes.mayBeAsked("a")).as("a hiccup").isTrue();
        timeOut("a", 1);
        assertThat(nodes.mayBeAsked("a")).isFalse();
        assertThat(nodes.mayBeAsked("b")).isTrue();
        nanos.addAndGet(StuckNodes.REST.toNanos() - 1);
        assertThat(nodes.mayBeAsked("a")).isFalse();
    }

    @Test
    void hasOneCallerTryAStuckNodeEverySecond() {
        timeOut("a", 3);
        for (int second = 0; second < 3; second++) {
            nanos.addAndGet(StuckNodes.REST.toNanos());
            assertThat(nodes.mayBeAsked("a")).isTrue();
            assertThat(nodes.mayBeAsked("a")).as("the others do not wait for it").isFalse();
        }
        timeOut("a", 1);
        assertThat(nodes.mayBeAsked("a")).as("silent again").isFalse();
    }

    @Test
    void asksANodeThatHasAnswered() {
        timeOut("a", 3);
        nodes.answered("a");
        assertThat(nodes.mayBeAsked("a")).isTrue();
    }

    @Test
    void waitsShortlyForWhoWasSilentTheLastTime() {
        Duration usual = Duration.ofSeconds(1);
        assertThat(nodes.patience("a", usual)).isEqualTo(usual);
        timeOut("a", 1);
        assertThat(nodes.patience("a", usual)).isEqualTo(Duration.ofMillis(250));
        timeOut("a", 2);
        assertThat(nodes.patience("a", usual)).isEqualTo(Duration.ofMillis(250));
        nodes.answered("a");
        assertThat(nodes.patience("a", usual)).isEqualTo(usual);
    }

    private void timeOut(String node, int times) {
        for (int i = 0; i < times; i++) {
            nodes.timedOut(node);
        }
    }
}
