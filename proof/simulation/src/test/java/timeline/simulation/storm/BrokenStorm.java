package timeline.simulation.storm;

import java.util.List;
import java.util.Locale;
import timeline.simulation.storm.stack.Design;

/** The design of calls and admission with one thing wrong, which a storm has to bring to light by the promise that it breaks. */
public abstract class BrokenStorm extends Design {
    /** Whatever is not found out in so many seeds is not found out. */
    public static final int MOST_SEEDS = 300;

    private final String what;
    private final String promise;

    /**
     * @param what is wrong
     * @param promise that is seen to be broken
     */
    BrokenStorm(String what, String promise) {
        this.what = what;
        this.promise = promise;
    }

    /** All of them. */
    public static List<BrokenStorm> all() {
        return BrokenStorms.all();
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** What it breaks. */
    public String promise() {
        return promise;
    }

    /** From seed 0 on; one more than {@link #MOST_SEEDS} when it was not found out. */
    public int seedsUntilFoundOut() {
        for (int seed = 0; seed < MOST_SEEDS; seed++) {
            if (Storm.run(seed, this).violations().stream().anyMatch(violation -> violation.startsWith(promise))) {
                return seed + 1;
            }
        }
        return MOST_SEEDS + 1;
    }

    /** Its name in the docs: {@code users-probe}. */
    @Override
    public String toString() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
