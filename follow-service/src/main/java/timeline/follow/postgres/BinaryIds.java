package timeline.follow.postgres;

import java.nio.ByteBuffer;
import timeline.follow.audience.UserIds;

/**
 * Reads the bytes of {@code array_send(bigint[])}: number of dimensions, a flag, the element type; size and lower bound; then length and
 * value of each element. One value per page instead of one row per id: see the figures in ADR 0010.
 */
final class BinaryIds {
    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    private BinaryIds() {
    }

    static UserIds decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int dimensions = in.getInt();
        in.position(HEADER_BYTES);
        if (dimensions == 0) {
            return UserIds.of();
        }
        long[] ids = new long[in.getInt()];
        in.getInt();
        for (int i = 0; i < ids.length; i++) {
            if (in.getInt() != Long.BYTES) {
                throw new IllegalArgumentException("not an array of bigint without nulls");
            }
            ids[i] = in.getLong();
        }
        return UserIds.of(ids);
    }
}
