package timeline.simulation.port;

/** What goes wrong in a simulated world. */
public enum Fault {
    /** A call does not arrive. */
    LOST_REQUEST,
    /** A call takes effect, and the caller is not told. */
    LOST_ANSWER,
    /** A change of several rows is there in part, and its caller is not told; the rest comes within a minute. */
    TORN_BATCH,
    /** A call takes a hundred times as long as others, within its time-out. */
    SLOW_CALL,
    /** The log stores an event twice. */
    DUPLICATE,
    /** A process dies at whatever it is doing, and is started again later. */
    CRASH,
    /** A process does nothing for some seconds, is taken for dead, and then goes on as if nothing had been. */
    FREEZE,
    /** The clock of a process is set forward or back. */
    CLOCK_STEP,
    /** Cassandra answers nobody. */
    STORE_OUTAGE,
    /** PostgreSQL, or the follow-service as a whole, answers nobody. */
    GRAPH_OUTAGE,
    /** Kafka answers nobody. */
    LOG_OUTAGE,
    /** Redis answers nobody. */
    CACHE_OUTAGE,
    /** One part of Redis answers nobody; it comes back as it was, or empty. */
    SHARD_OUTAGE,
    /** Redis forgets everything. */
    FLUSH,
    /** Redis forgets one timeline. */
    EVICTION,
    /** A replica of Redis takes over, without the last of the acknowledged writes. */
    FAILOVER,
    /** A replica of Redis takes over, and the old primary goes on for those who have not heard of it. */
    REPLACEMENT,
    /** A consumer loses its partition, and another one begins again further back. */
    REDELIVERY,
    /** An operator changes the push threshold. */
    THRESHOLD_CHANGE,
    /** An author becomes a celebrity. */
    CROSSING_UP,
    /** A celebrity's way out has come to its end. */
    CROSSING_DOWN
}
