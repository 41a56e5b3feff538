package timeline.system.input;

import java.util.List;
import java.util.random.RandomGenerator;

/** One way to spoil a request, or to say the same in an unusual way. */
@FunctionalInterface
interface Mutation {
    RawRequest of(RawRequest request, RandomGenerator random);

    static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
