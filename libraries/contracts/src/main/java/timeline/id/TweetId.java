package timeline.id;

import java.time.Instant;

/**
 * A tweet's id: a {@link Snowflake}, so that the order of ids is the order (created_at ms, id) of guarantee G5. Positive,
 * 63 bits; sent to clients as a decimal string.
 */
public record TweetId(long value) implements Comparable<TweetId> {
    /** Later than every tweet: "before {@code LATEST}" means "from the newest on". */
    public static final TweetId LATEST = new TweetId(Long.MAX_VALUE);

    /** Not later than any tweet: a timeline that is complete from {@code EARLIEST} is complete. */
    public static final TweetId EARLIEST = new TweetId(1);

    public TweetId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a tweet id: " + value);
        }
    }

    /**
     * Reads the canonical decimal form: no sign, no leading zero, no white space.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static TweetId parse(String text) {
        return new TweetId(DecimalId.parse(text));
    }

    /** The id before all that are made in this millisecond or later, and after all that were made before. */
    public static TweetId firstOf(Instant millisecond) {
        return new TweetId(Snowflake.compose(millisecond.toEpochMilli(), 0, 0));
    }

    /** When the tweet was made, to the millisecond. */
    public Instant createdAt() {
        return Instant.ofEpochMilli(Snowflake.epochMillis(value));
    }

    public boolean isBefore(TweetId other) {
        return value < other.value;
    }

    @Override
    public int compareTo(TweetId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
