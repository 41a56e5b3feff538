package timeline.follow.audience;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Ids of users, as bare numbers: followers are read by the million, and an object for each would cost more than the rest of the
 * read. Immutable.
 */
public final class UserIds {
    private final long[] values;

    private UserIds(long[] values) {
        this.values = values;
    }

    /** Copies the values. */
    public static UserIds of(long... values) {
        return new UserIds(values.clone());
    }

    public int size() {
        return values.length;
    }

    /** @throws IndexOutOfBoundsException when there are none */
    public long last() {
        return values[values.length - 1];
    }

    /** The first ids, all when there are not more than {@code limit}. */
    public UserIds first(int limit) {
        return values.length <= limit ? this : new UserIds(Arrays.copyOf(values, limit));
    }

    public LongStream stream() {
        return Arrays.stream(values);
    }

    /** A copy. */
    public long[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserIds ids && Arrays.equals(values, ids.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
