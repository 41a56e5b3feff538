package timeline.follow;

import timeline.id.UserId;

/**
 * How a user's followers are counted: in {@link #SHARDS} parts whose sum is the count. A follow changes one part, chosen by the
 * follower, so that the follows of a popular account do not queue up for one row until each has reached the disk (ADR 0010).
 */
public final class FollowerCount {
    public static final int SHARDS = 16;

    /** 2^64 divided by the golden ratio: spreads ids evenly, also those that share their low bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private FollowerCount() {
    }

    /** The part, from 0 on, that counts a follower: always the same one, so that it is never counted down elsewhere. */
    public static int shardOf(UserId follower) {
        return (int) ((follower.value() * SPREAD) >>> 60);
    }
}
