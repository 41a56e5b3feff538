package timeline.follow;

import java.util.regex.Pattern;

/**
 * A user's name: 1 to 15 of {@code a-z}, {@code 0-9} and {@code _}. Lower case only, and refused otherwise rather than folded:
 * "case-insensitively unique" then needs no rule of its own, and nobody sees a name that differs from the one they sent.
 */
public record Username(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9_]{1,15}");

    /** @throws IllegalArgumentException when the value has another form */
    public Username {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A username is 1 to 15 of the characters a-z, 0-9 and _.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
