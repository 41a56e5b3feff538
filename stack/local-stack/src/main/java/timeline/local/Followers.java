package timeline.local;

/**
 * A push threshold: authors with at least so many followers are pulled. Written as a number, or {@code inf}: nobody is.
 *
 * @param number 0 or more; {@link Long#MAX_VALUE} when nobody is pulled
 */
public record Followers(long number) {
    private static final String NEVER = "inf";

    public Followers {
        if (number < 0) {
            throw new IllegalArgumentException(complaint(Long.toString(number)));
        }
    }

    /** @throws IllegalArgumentException when the text is no threshold */
    public static Followers parse(String text) {
        if (text.equals(NEVER)) {
            return new Followers(Long.MAX_VALUE);
        }
        // Digits alone: Long.parseLong also takes a plus sign and the digits of other scripts.
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(complaint(text));
        }
        return new Followers(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return number == Long.MAX_VALUE ? NEVER : Long.toString(number);
    }

    private static String complaint(String text) {
        return "a threshold is a number of followers, 0 or more, or " + NEVER + ", not '" + text + "'";
    }
}
