package timeline.drill.fault;

import java.util.List;
import java.util.random.RandomGenerator;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.RedisNodes;
import timeline.drill.stack.Target;

/** Every primary of the cache loses all that it has, and nothing else happens to it. */
public record CacheEmptied() implements Fault {
    @Override
    public String what() {
        return "cache emptied";
    }

    @Override
    public String part() {
        return RedisFaults.CACHE;
    }

    @Override
    public Damage aim(Target target, RandomGenerator random) {
        List<String> primaries = RedisNodes.primaries(target);
        if (primaries.isEmpty()) {
            throw new DrillException("no primary of the cache answers");
        }
        return new Emptied(target, primaries);
    }

    private static final class Emptied implements Damage {
        private final Target target;
        private final List<String> primaries;
        private long lost;

        Emptied(Target target, List<String> primaries) {
            this.target = target;
            this.primaries = primaries;
        }

        @Override
        public void inflict() {
            lost = primaries.stream().mapToLong(node -> RedisNodes.empty(target, node)).sum();
        }

        /** That there was something to lose: it fills again at once. */
        @Override
        public boolean isSeen() {
            return lost > 0;
        }

        @Override
        public void mend() {
            // It is the system's own business to fill it.
        }

        @Override
        public boolean isMended() {
            return true;
        }

        @Override
        public List<String> victims() {
            return primaries;
        }
    }
}
