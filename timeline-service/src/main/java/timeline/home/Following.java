package timeline.home;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import timeline.home.owed.OwedView;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * Whom a user follows, which of these are pulled, and whose older tweets are owed, in one snapshot: the push/pull protocol (ADR 0004) rests on both being of the
 * same moment. Kept as sorted numbers, 8 bytes an account, since many are remembered.
 */
public final class Following implements OwedView.Followees {
    private final long[] followees;
    private final long[] pulled;
    private final long[] owed;
    private final Map<UserId, TweetId> leaving;

    private Following(long[] followees, long[] pulled, Map<UserId, TweetId> leaving, long[] owed) {
        this.followees = followees;
        this.pulled = pulled;
        this.owed = owed;
        this.leaving = Map.copyOf(leaving);
    }

    /**
     * @param followees everyone whom the user follows
     * @param pulled those of them whose tweets are not pushed, or not all
     * @param leaving those of the pulled who are on the way out: from this tweet on all are pushed, and none may be pulled
     * @param owed those of the followees whose older tweets the cached timeline may lack (ADR 0032)
     */
    public static Following of(Collection<UserId> followees, Collection<UserId> pulled, Map<UserId, TweetId> leaving,
            Collection<UserId> owed) {
        return of(numbers(followees), numbers(pulled), leaving, numbers(owed));
    }

    /** The same, from plain numbers in any order. */
    public static Following of(long[] followees, long[] pulled, Map<UserId, TweetId> leaving, long[] owed) {
        return new Following(sorted(followees), sorted(pulled), leaving, sorted(owed));
    }

    @Override
    public boolean includes(UserId author) {
        return Arrays.binarySearch(followees, author.value()) >= 0;
    }

    @Override
    public int size() {
        return followees.length;
    }

    @Override
    public void forEach(Consumer<UserId> action) {
        for (long followee : followees) {
            action.accept(new UserId(followee));
        }
    }

    /** Whether the reader has to pull this tweet. */
    boolean pulls(UserId author, TweetId tweet) {
        if (Arrays.binarySearch(pulled, author.value()) < 0) {
            return false;
        }
        TweetId until = leaving.get(author);
        return until == null || tweet.isBefore(until);
    }

    /** Everyone whom the user follows, up to 5,000. */
    public List<UserId> all() {
        return Arrays.stream(followees).mapToObj(UserId::new).toList();
    }

    /** Those whose tweets the reader has to pull, each with the tweet before which: the given one, or an earlier one. */
    public Map<UserId, TweetId> pulledBefore(TweetId position) {
        Map<UserId, TweetId> authors = new LinkedHashMap<>();
        Arrays.stream(pulled).filter(author -> Arrays.binarySearch(followees, author) >= 0).mapToObj(UserId::new)
                .forEach(author -> authors.put(author, earlier(position, leaving.getOrDefault(author, position))));
        return authors;
    }

    /**
     * Those whose older tweets are owed, each with the tweet before which: the given one. Not those who are pulled anyway; who is on the way
     * out is pulled too little for it.
     */
    public Map<UserId, TweetId> owedBefore(TweetId position) {
        Map<UserId, TweetId> authors = new LinkedHashMap<>();
        Arrays.stream(owed).mapToObj(UserId::new).filter(author -> includes(author) && !pulls(author, TweetId.LATEST))
                .forEach(author -> authors.put(author, position));
        return authors;
    }

    /** Those whose new tweets are pushed into the cached timeline; who is on the way out is pushed and pulled. */
    public List<UserId> pushed() {
        return Arrays.stream(followees).mapToObj(UserId::new)
                .filter(author -> Arrays.binarySearch(pulled, author.value()) < 0 || leaving.containsKey(author))
                .toList();
    }

    /** How much memory it takes, in bytes, for bounding what is remembered. */
    public int bytes() {
        return 64 + Long.BYTES * (followees.length + pulled.length + owed.length) + 100 * leaving.size();
    }

    private static TweetId earlier(TweetId one, TweetId other) {
        return one.isBefore(other) ? one : other;
    }

    private static long[] numbers(Collection<UserId> users) {
        return users.stream().mapToLong(UserId::value).toArray();
    }

    private static long[] sorted(long[] users) {
        return Arrays.stream(users).sorted().distinct().toArray();
    }
}
