package timeline.simulation.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import timeline.id.UserId;

/** The parts of the cache, each of which fails and recovers as a whole. */
public final class Shards {
    public static final int COUNT = 3;

    private Shards() {
    }

    /** The part that a user's timeline is in, from 0 on. */
    public static int of(UserId user) {
        return (int) (user.value() % COUNT);
    }

    static Map<Integer, List<UserId>> split(Collection<UserId> users) {
        return users.stream().collect(Collectors.groupingBy(Shards::of, TreeMap::new, Collectors.toList()));
    }
}
