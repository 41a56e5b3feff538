package timeline.drill;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import timeline.drill.Tolerance.Needing;
import timeline.drill.fault.CacheEmptied;
import timeline.drill.fault.Fault;
import timeline.drill.fault.InstanceFault;
import timeline.drill.fault.RedisFaults;
import timeline.drill.fault.TakenAway;

/**
 * The faults that a drill of a single one has, and from which schedules draw; with what users have been told to expect of each
 * (docs/guarantees.md).
 */
record SingleFault(Fault fault, Realm realm, Tolerance tolerance) {
    static final SingleFault FANOUT_KILLED = unnoticed(Realm.DELIVERY,
            TakenAway.all("the fan-out killed", "fanout-service", InstanceFault.KILLED));
    static final SingleFault FANOUT_FROZEN = unnoticed(Realm.DELIVERY,
            TakenAway.all("the fan-out frozen", "fanout-service", InstanceFault.FROZEN));
    static final SingleFault KAFKA_KILLED = unnoticed(Realm.DELIVERY, component("kafka", InstanceFault.KILLED));
    static final SingleFault KAFKA_CUT_OFF = unnoticed(Realm.DELIVERY, component("kafka", InstanceFault.CUT_OFF));
    static final SingleFault PRIMARY_KILLED = unnoticed(Realm.CACHE, RedisFaults.primary(InstanceFault.KILLED));
    static final SingleFault PRIMARY_FROZEN = unnoticed(Realm.CACHE, RedisFaults.primary(InstanceFault.FROZEN));
    static final SingleFault SHARD_KILLED = unnoticed(Realm.CACHE, RedisFaults.shard(InstanceFault.KILLED));
    static final SingleFault PRIMARY_CUT_OFF = unnoticed(Realm.CACHE, RedisFaults.primary(InstanceFault.CUT_OFF));
    static final SingleFault PRIMARY_LOSING = unnoticed(Realm.CACHE, RedisFaults.primary(InstanceFault.LOSING));
    static final SingleFault SHARD_CUT_OFF = unnoticed(Realm.CACHE, RedisFaults.shardCutOff());
    static final SingleFault CACHE_KILLED = unnoticed(Realm.CACHE, RedisFaults.whole(InstanceFault.KILLED));
    static final SingleFault CACHE_EMPTIED = unnoticed(Realm.CACHE, new CacheEmptied());
    /** Nobody else takes tweets, or deletes them. */
    static final SingleFault TWEET_KILLED = refusing(path -> path.startsWith("/v1/tweets"),
            TakenAway.all("the tweet-service killed", "tweet-service", InstanceFault.KILLED));
    /** Who follows whom, and who is who, is its to say and nobody else's. */
    static final SingleFault FOLLOW_KILLED = refusing(Tolerance::needsGraph,
            TakenAway.all("the follow-service killed", "follow-service", InstanceFault.KILLED));
    /** The same. */
    static final SingleFault POSTGRES_KILLED = refusing(Tolerance::needsGraph,
            component("postgres", InstanceFault.KILLED));
    static final SingleFault POSTGRES_CUT_OFF = refusing(Tolerance::needsGraph,
            component("postgres", InstanceFault.CUT_OFF));
    /** There is one copy of the tweets, and the cache has only their ids: everything but the graph needs it. */
    static final SingleFault CASSANDRA_KILLED = refusing(path -> true,
            component("cassandra", InstanceFault.KILLED));
    static final SingleFault CASSANDRA_CUT_OFF = refusing(path -> true,
            component("cassandra", InstanceFault.CUT_OFF));
    /** What is lost is sent again, and may come too late. */
    static final SingleFault CASSANDRA_LOSING = refusing(path -> true,
            component("cassandra", InstanceFault.LOSING));

    private static final List<SingleFault> ANYWHERE = List.of(FANOUT_KILLED, FANOUT_FROZEN, KAFKA_KILLED,
            PRIMARY_KILLED, PRIMARY_FROZEN, SHARD_KILLED, SHARD_CUT_OFF, CACHE_KILLED, CACHE_EMPTIED, TWEET_KILLED,
            FOLLOW_KILLED, POSTGRES_KILLED, CASSANDRA_KILLED);
    private static final List<SingleFault> OF_LINKS = List.of(KAFKA_CUT_OFF, PRIMARY_CUT_OFF, PRIMARY_LOSING,
            POSTGRES_CUT_OFF, CASSANDRA_CUT_OFF, CASSANDRA_LOSING);

    /** What depends on what. */
    enum Realm {
        /** How tweets get into the cache: reads have a substitute for it. */
        DELIVERY,
        /** What reads use first: they have a substitute for it, too. */
        CACHE,
        /** Where everything is that must not be lost: there is no substitute. */
        TRUTH
    }

    private static SingleFault unnoticed(Realm realm, Fault fault) {
        return new SingleFault(fault, realm, Tolerance.NONE);
    }

    /** What these paths ask for is refused while the part is away: 503, and nothing else. */
    private static SingleFault refusing(Needing needing, Fault fault) {
        return new SingleFault(fault, Realm.TRUTH, Tolerance.whileAway(fault.part(), Set.of(503), needing));
    }

    private static Fault component(String name, InstanceFault how) {
        return TakenAway.component(name, name, how);
    }

    /**
     * Whether the other one may happen while this one lasts: only a fault of the cache in one of the delivery. All that is promised without the one
     * is promised without the other as well (G1, G2, G11, G15); any other two could take a substitute away together with what it stands in for.
     * And a node of the cache comes back whatever else is away, as a service need not.
     */
    boolean mayEnclose(SingleFault other) {
        return realm == Realm.DELIVERY && other.realm == Realm.CACHE;
    }

    /**
     * Those that a stack can have, in a fixed order.
     *
     * @param links whether something can be done to the links between its components
     */
    static List<SingleFault> possible(boolean links) {
        return links ? Stream.concat(ANYWHERE.stream(), OF_LINKS.stream()).toList() : ANYWHERE;
    }
}
