package timeline.id;

/**
 * A user's id: positive, 63 bits. Sent to clients as a decimal string, because JavaScript's numbers end at 2^53.
 */
public record UserId(long value) implements Comparable<UserId> {
    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a user id: " + value);
        }
    }

    /**
     * Reads the canonical decimal form: no sign, no leading zero, no white space.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static UserId parse(String text) {
        return new UserId(DecimalId.parse(text));
    }

    @Override
    public int compareTo(UserId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
