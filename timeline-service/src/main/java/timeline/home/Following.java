package timeline.home;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import timeline.id.UserId;

/**
 * Whom a user follows, and which of these are pulled, in one snapshot: the push/pull protocol (D4) rests on both being of the
 * same moment. Kept as sorted numbers, 8 bytes an account, since many are remembered.
 */
public final class Following {
    private final long[] followees;
    private final long[] pulled;

    private Following(long[] followees, long[] pulled) {
        this.followees = followees;
        this.pulled = pulled;
    }

    /**
     * @param followees everyone whom the user follows
     * @param pulled those of them whose tweets are not pushed, or not all
     */
    public static Following of(Collection<UserId> followees, Collection<UserId> pulled) {
        return of(numbers(followees), numbers(pulled));
    }

    /** The same, from plain numbers in any order. */
    public static Following of(long[] followees, long[] pulled) {
        return new Following(sorted(followees), sorted(pulled));
    }

    public boolean includes(UserId author) {
        return Arrays.binarySearch(followees, author.value()) >= 0;
    }

    /** Everyone whom the user follows, up to 5,000. */
    public List<UserId> all() {
        return Arrays.stream(followees).mapToObj(UserId::new).toList();
    }

    /** Those whose tweets the reader has to pull. */
    public List<UserId> pulled() {
        return Arrays.stream(pulled).filter(author -> Arrays.binarySearch(followees, author) >= 0)
                .mapToObj(UserId::new).toList();
    }

    /** Those whose tweets are pushed into the cached timeline. */
    public List<UserId> pushed() {
        return Arrays.stream(followees).filter(author -> Arrays.binarySearch(pulled, author) < 0)
                .mapToObj(UserId::new).toList();
    }

    /** How much memory it takes, in bytes, for bounding what is remembered. */
    public int bytes() {
        return 64 + Long.BYTES * (followees.length + pulled.length);
    }

    private static long[] numbers(Collection<UserId> users) {
        return users.stream().mapToLong(UserId::value).toArray();
    }

    private static long[] sorted(long[] users) {
        return Arrays.stream(users).sorted().distinct().toArray();
    }
}
