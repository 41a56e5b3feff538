package timeline.drill.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import timeline.drill.disturbance.Disturbance.Limit;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.drill.disturbance.Phases;
import timeline.drill.disturbance.Phases.Phase;
import timeline.drill.disturbance.Phases.Stretch;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.FakeTarget;
import timeline.load.generator.Clients;
import timeline.load.generator.Generator;
import timeline.load.generator.Limits;
import timeline.testkit.StubServer;
import timeline.testkit.StubServer.Behaviour;

/** The very spike, against a server that can do a hundred requests a second. */
@Timeout(120)
class SpikeRunTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: stub\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final SpikePlan SHORT = new SpikePlan(1, 1, 1, 1, 10, 1, 3, 1);

    private volatile boolean hasBroken;
    private final FakeTarget target = new FakeTarget() {
        @Override
        public String redis(String component, String... command) {
            hasBroken |= command[0].equals("FLUSHALL");
            return super.redis(component, command);
        }
    };
    private final Phases phases = new Phases(System::nanoTime);
    private final List<String> progress = new ArrayList<>();

    private SpikeResult run(Behaviour behaviour) throws Exception {
        try (StubServer server = StubServer.start(behaviour);
                Generator generator = new Generator(server.address(), new Limits(64, 256, Limits.PATIENCE),
                        Clients.IMPATIENT, () -> REQUEST)) {
            return new SpikeRun(SHORT, generator, target, phases, progress::add).run();
        }
    }

    @Test
    void measuresThePeakAndAsksForTenTimesOfItWhileTheCacheIsEmptied() throws Exception {
        SpikeResult result = run(StubServer.limited());

        assertThat(result.peakPerSecond()).isBetween(10.0, 120.0);
        assertThat(result.seconds()).hasSize(5);
        assertThat(result.seconds().get(1).tally().offered()).as("repetitions included")
                .isGreaterThan(Math.round(10 * result.peakPerSecond()));
        assertThat(target.done).containsExactlyInAnyOrder("empty redis-2", "empty redis-4", "empty redis-5");
        assertThat(result.shown()).filteredOn(shown -> !(shown instanceof Limit)).allMatch(Shown::isAsWanted);
        assertThat(phases.stretches()).extracting(Stretch::phase).containsExactly(Phase.BEFORE, Phase.BROKEN,
                Phase.STARTING, Phase.AFTER);
        assertThat(progress).anyMatch(line -> line.startsWith("10 times the peak: "));
    }

    /** It breaks down under the excess, and never gets up again. */
    @Test
    void failsWhenTheServerStaysDown() throws Exception {
        Behaviour limited = StubServer.limited();
        SpikeResult result = run((path, before) -> hasBroken ? StubServer.refusal() : limited.answer(path, before));

        assertThat(result.shown()).filteredOn(shown -> !shown.isAsWanted()).singleElement().asString()
                .contains("good again");
    }

    @Test
    void noticesAProcessThatIsAnotherOneAfterwards() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        SpikeResult result = run((path, before) -> {
            if (asked.incrementAndGet() == 20) {
                target.startAll(List.of());
            }
            return StubServer.limited().answer(path, before);
        });

        assertThat(result.ended()).containsExactly("redis-1");
    }

    @Test
    void withoutAPeakThereIsNoSpike() {
        assertThatThrownBy(() -> run((path, before) -> StubServer.refusal())).isInstanceOf(DrillException.class)
                .hasMessageStartingWith("there is no peak: of ");
    }
}
