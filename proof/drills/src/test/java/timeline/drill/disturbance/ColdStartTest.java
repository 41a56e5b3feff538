package timeline.drill.disturbance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.drill.crowd.Ledger.Ending;
import timeline.drill.crowd.Ledger.Kind;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.crowd.Load;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.FakeTarget;

/** Everything is stopped and started at once, and the first users are compared with later ones. */
class ColdStartTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final long STARTED = 1_000;

    private final Scenes scenes = new Scenes();
    private final ColdStart start = new ColdStart(Load.NONE, Duration.ofSeconds(10), Duration.ofMinutes(1),
            Duration.ofMinutes(2));
    private final List<Request> requests = new ArrayList<>();

    @AfterEach
    void close() {
        scenes.close();
    }

    /** A hundred of them in that second, of which two took so long. */
    private void ask(int second, int millis) {
        for (int n = 0; n < 100; n++) {
            long begun = STARTED + Duration.ofSeconds(second).toNanos();
            Duration took = Duration.ofMillis(n < 2 ? millis : 5);
            requests.add(
                    new Request(NOON, begun, begun + took.toNanos(), Kind.IDEMPOTENT, "GET", "/v1/timeline", 1, took,
                            new Ending(200, "", "")));
        }
    }

    private boolean isAsWanted() {
        return start.compare(requests, STARTED).stream().allMatch(Shown::isAsWanted);
    }

    @Test
    void stopsEverythingAndStartsItTogether() {
        FakeTarget target = new FakeTarget();

        start.happen(scenes.on(target));

        assertThat(target.done).hasSize(11).startsWith("stop gateway", "stop gateway-2").endsWith("start all of 10");
        assertThat(scenes.phases.stretches()).extracting(Stretch::phase).containsExactly(Phase.BROKEN, Phase.STARTING,
                Phase.AFTER);
        assertThat(scenes.phases.stretches().getLast())
                .matches(stretch -> stretch.toNanos() - stretch.fromNanos() == Duration.ofMinutes(2).toNanos());
    }

    @Test
    void theFirstMayWaitTwiceAsLongAsThoseOfLater() {
        ask(0, 90);
        ask(9, 90);
        ask(60, 50);
        ask(119, 50);

        assertThat(isAsWanted()).isTrue();
    }

    @Test
    void aColdFirstSecondFailsTheDrill() {
        ask(0, 110);
        ask(60, 50);

        assertThat(isAsWanted()).isFalse();
    }

    @Test
    void whatCameBetweenIsNotCompared() {
        ask(0, 90);
        ask(10, 900);
        ask(59, 900);
        ask(60, 50);
        ask(120, 900);

        assertThat(isAsWanted()).isTrue();
    }

    @Test
    void nobodyToCompareIsNoProof() {
        ask(0, 10);
        assertThat(isAsWanted()).as("nobody later").isFalse();

        requests.clear();
        ask(60, 10);
        assertThat(isAsWanted()).as("nobody first").isFalse();
    }

    @Test
    void startsWhatItStoppedWhenTheDrillFails() {
        FakeTarget failing = new FakeTarget() {
            @Override
            public void stop(String component) {
                super.stop(component);
                throw new DrillException("no luck");
            }
        };

        assertThatThrownBy(() -> start.happen(scenes.on(failing))).hasMessage("no luck");
        assertThat(failing.done).containsExactly("stop gateway", "start all of 10");
    }
}
