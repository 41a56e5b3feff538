package timeline.drill.fault;

import java.util.List;
import java.util.random.RandomGenerator;
import timeline.drill.stack.RedisNodes;
import timeline.drill.stack.Target;

/** What can go wrong with the cache. */
public final class RedisFaults {
    /** What the phases of all of them are of. */
    public static final String CACHE = "redis";

    private RedisFaults() {
    }

    /** A primary, so that its replica takes over. */
    public static Fault primary(InstanceFault how) {
        return new TakenAway("a primary of the cache " + how.participle(), CACHE, how, RedisFaults::anyPrimary);
    }

    /** All nodes that have the same slots, at once, so that nobody can take over. */
    public static Fault shard(InstanceFault how) {
        return new TakenAway("a whole shard of the cache " + how.participle(), CACHE, how, RedisFaults::anyShard);
    }

    /** The same, cut off from everybody; where no link can be cut they freeze, which is what a cut shows of them. */
    public static Fault shardCutOff() {
        return new TakenAway("a whole shard of the cache cut off, or frozen where no link can be cut", CACHE,
                target -> target.whyLinksStayWhole().isEmpty() ? InstanceFault.CUT_OFF : InstanceFault.FROZEN,
                RedisFaults::anyShard);
    }

    /** Every node. */
    public static Fault whole(InstanceFault how) {
        return new TakenAway("the whole cache " + how.participle(), CACHE, how,
                (target, random) -> RedisNodes.all());
    }

    private static List<String> anyShard(Target target, RandomGenerator random) {
        return anyPrimary(target, random).stream().flatMap(primary -> RedisNodes.shard(target, primary).stream())
                .toList();
    }

    private static List<String> anyPrimary(Target target, RandomGenerator random) {
        List<String> primaries = RedisNodes.primaries(target);
        return primaries.isEmpty() ? primaries : List.of(primaries.get(random.nextInt(primaries.size())));
    }
}
