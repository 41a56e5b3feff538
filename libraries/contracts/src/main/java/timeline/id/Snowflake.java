package timeline.id;

/**
 * The layout of a tweet id, from the top bit down: sign (0), 41 bits of milliseconds since {@link #EPOCH_MILLIS}, 10 bits of
 * worker, 12 bits of sequence within the millisecond. Twitter published it in 2010 (twitter-archive/snowflake). Time leads, so
 * ids sort by time; worker and sequence make them unique without asking anybody.
 *
 * <p>Only the layout lives here, because every service compares ids. Ids are minted by the tweet-service alone.
 */
public final class Snowflake {
    /** 2010-11-04T01:42:54.657Z, the epoch of Twitter's own ids. */
    public static final long EPOCH_MILLIS = 1_288_834_974_657L;

    public static final int WORKER_BITS = 10;
    public static final int SEQUENCE_BITS = 12;

    /** Workers are numbered 0 to 1023. */
    public static final int MAX_WORKER = (1 << WORKER_BITS) - 1;

    /** A worker mints at most 4096 ids in a millisecond, numbered 0 to 4095. */
    public static final int MAX_SEQUENCE = (1 << SEQUENCE_BITS) - 1;

    /** As many ids there are in each millisecond: time in an id is counted in steps of this. */
    public static final long IDS_PER_MILLISECOND = 1L << (WORKER_BITS + SEQUENCE_BITS);

    private static final int TIME_SHIFT = WORKER_BITS + SEQUENCE_BITS;
    private static final long MAX_OFFSET_MILLIS = (1L << 41) - 1;

    private Snowflake() {
    }

    /**
     * Composes an id.
     *
     * @throws IllegalArgumentException when a part is out of its bounds
     */
    public static long compose(long epochMillis, int worker, int sequence) {
        long offset = epochMillis - EPOCH_MILLIS;
        if (offset < 0 || offset > MAX_OFFSET_MILLIS) {
            throw new IllegalArgumentException("time out of range: " + epochMillis);
        }
        if (worker < 0 || worker > MAX_WORKER) {
            throw new IllegalArgumentException("worker out of range: " + worker);
        }
        if (sequence < 0 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException("sequence out of range: " + sequence);
        }
        return offset << TIME_SHIFT | (long) worker << SEQUENCE_BITS | sequence;
    }

    /** The milliseconds since 1970 in an id. */
    public static long epochMillis(long id) {
        return (id >> TIME_SHIFT) + EPOCH_MILLIS;
    }

    public static int worker(long id) {
        return (int) (id >> SEQUENCE_BITS) & MAX_WORKER;
    }

    public static int sequence(long id) {
        return (int) id & MAX_SEQUENCE;
    }
}
