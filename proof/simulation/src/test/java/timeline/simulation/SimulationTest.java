package timeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.simulation.world.Wiring;

/**
 * The system as designed keeps every promise, whatever happens. A seed that fails here is printed; to look at it in a debugger, put
 * it into {@link #REPLAY} and run {@link #keepsEveryPromiseInTheSeedThatIsLookedAt}, or give it as the property {@code
 * simulation.seed}.
 */
class SimulationTest {
    /** The seed to look at. */
    private static final long REPLAY = Long.getLong("simulation.seed", 0);

    /** Enough for every kind of fault to strike in every workload. More of them: {@code ./timeline simulate --seeds N}. */
    private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);

    @Test
    void keepsEveryPromiseInThousandsOfWorlds() throws InterruptedException {
        Tally tally = new Campaign(Wiring.AS_DESIGNED, Optional.empty(), done -> {}).run(0, SEEDS, 2);

        assertThat(tally.failures()).isEmpty();
        assertThat(tally.missing()).as("faults that never struck").isEmpty();
        assertThat(tally.isPassed()).isTrue();
    }

    @Test
    void keepsEveryPromiseInTheSeedThatIsLookedAt() {
        Simulation.Result result = Simulation.run(REPLAY, Workload.of(REPLAY), Wiring.AS_DESIGNED, 200);

        assertThat(result.violations()).as("%s", String.join("\n", Narration.of(result))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Workload.class)
    void tellsTheSameStoryAgain(Workload workload) {
        for (long seed = 100; seed < 105; seed++) {
            Simulation.Result first = Simulation.run(seed, workload, Wiring.AS_DESIGNED, 500);
            Simulation.Result second = Simulation.run(seed, workload, Wiring.AS_DESIGNED, 500);

            assertThat(Narration.of(second)).isEqualTo(Narration.of(first));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void tellsAnotherStoryForAnotherSeed(long seed) {
        assertThat(Simulation.run(seed, Workload.MIXED, Wiring.AS_DESIGNED, 0).history())
                .isNotEqualTo(Simulation.run(seed + 1, Workload.MIXED, Wiring.AS_DESIGNED, 0).history());
    }
}
