package timeline.id;

import java.util.regex.Pattern;

/** The one decimal form of an id, so that an id has exactly one spelling in paths, bodies and keys. */
final class DecimalId {
    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]{0,18}");

    private DecimalId() {
    }

    static long parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not an id: a decimal number from 1 to 9223372036854775807 is expected");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException overflow) {
            throw new IllegalArgumentException("not an id: larger than 9223372036854775807", overflow);
        }
    }
}
