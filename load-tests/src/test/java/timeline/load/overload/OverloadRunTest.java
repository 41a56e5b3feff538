package timeline.load.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import timeline.load.generator.Clients;
import timeline.load.generator.Generator;
import timeline.load.generator.Limits;
import timeline.testkit.StubServer;
import timeline.testkit.StubServer.Behaviour;
import timeline.local.StackException;

@Timeout(120)
class OverloadRunTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: stub\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Plan SHORT = new Plan(1, 1, 1, 1);

    private final List<String> results = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private Map<String, Long> processes = Map.of("gateway", 1L, "redis-1", 2L);

    private final class Watched implements Observed {
        private int looks;

        @Override
        public Duration gatewayCpu() {
            return Duration.ofMillis(100L * looks++);
        }

        @Override
        public Duration generatorCpu() {
            return Duration.ofMillis(50L * looks);
        }

        @Override
        public Gauges gauges(long nanoTime) {
            return new Gauges(OptionalDouble.of(22), OptionalDouble.empty(), OptionalDouble.empty());
        }

        @Override
        public Map<String, Long> processes() {
            return processes;
        }
    }

    private Verdict run(Behaviour behaviour) throws IOException, InterruptedException {
        try (StubServer server = StubServer.start(behaviour);
                Generator generator = new Generator(server.address(), new Limits(64, 256, Limits.PATIENCE),
                        Clients.RESIGNED, () -> REQUEST)) {
            return new OverloadRun(generator, new Watched(), results::add, progress::add).run(SHORT);
        }
    }

    @Test
    void offersMultiplesOfThePeakThatItFoundAndTellsEverySecond() throws Exception {
        Verdict verdict = run(StubServer.limited());

        double peak = verdict.peakPerSecond();
        assertThat(peak).isBetween(10.0, 120.0);
        assertThat(verdict.calm().total().offered()).isEqualTo(Math.round(0.5 * peak));
        assertThat(verdict.storms()).extracting(storm -> storm.excess().name()).containsExactly("3x", "10x");
        assertThat(verdict.storms()).extracting(storm -> storm.excess().total().offered())
                .containsExactly(Math.round(3 * peak), Math.round(10 * peak));
        assertThat(verdict.storms()).extracting(storm -> storm.after().total().offered())
                .containsOnly(Math.round(0.5 * peak));
        assertThat(verdict.storms().getLast().excess().total().overloaded()).isPositive();
        assertThat(verdict.ended()).isEmpty();
        assertThat(results).hasSize(6).startsWith(Table.HEAD);
        assertThat(results.subList(1, 6))
                .allSatisfy(line -> assertThat(line).hasSameSizeAs(Table.HEAD).contains(" 22 "));
        assertThat(results.get(3)).startsWith("   2 ");
        assertThat(progress.stream().filter(line -> line.startsWith("warming up: ")).count())
                .as("again, to see whether it still grows").isGreaterThanOrEqualTo(2);
        assertThat(progress).anyMatch(line -> line.startsWith("the peak is "))
                .anyMatch(line -> line.startsWith("10x: ") && line.endsWith("/s for 1 s"));
        assertThat(verdict.storms().getFirst().excess().gatewayCpu()).isEqualTo(Duration.ofMillis(100));
        assertThat(verdict.generatorCpus()).isEqualTo(0.05);
    }

    @Test
    void noticesAProcessThatIsAnotherOneAfterwards() throws Exception {
        Verdict verdict = run((target, before) -> {
            processes = Map.of("gateway", 1L, "redis-1", 3L);
            return StubServer.limited().answer(target, before);
        });

        assertThat(verdict.ended()).containsExactly("redis-1");
    }

    @Test
    void doesNotMultiplyNothing() {
        assertThatThrownBy(() -> run((target, before) -> StubServer.refusal())).isInstanceOf(StackException.class)
                .hasMessageStartingWith("there is no peak: of ");
    }

    @Test
    void everythingScalesWithTheStorm() {
        assertThat(Plan.of(15, 20)).isEqualTo(new Plan(15, 15, 10, 20));
        assertThat(Plan.of(0, 2)).isEqualTo(new Plan(0, 1, 1, 2));
    }
}
