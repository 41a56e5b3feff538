package timeline.follow.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Any sequence of operations is answered as the twin answers it. */
public interface PullSetEquivalence {
    /** A new, empty pull set. */
    PullSet tested();

    @Test
    default void answersRandomOperationsLikeItsTwin() {
        for (long seed = 0; seed < 20; seed++) {
            PullSet tested = tested();
            InMemoryPullSet twin = new InMemoryPullSet(InstantSource.system());
            long origin = tested.epoch();
            RandomPullSetOperations onTested = new RandomPullSetOperations(seed);
            RandomPullSetOperations onTwin = new RandomPullSetOperations(seed);
            for (int step = 0; step < 100; step++) {
                assertThat(onTested.step(tested, origin)).as("seed %d, step %d", seed, step)
                        .isEqualTo(onTwin.step(twin, 0));
            }
        }
    }
}
