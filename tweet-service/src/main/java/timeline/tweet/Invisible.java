package timeline.tweet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The code points that leave no mark on the screen: a text of nothing else looks empty. They are white space, Unicode's
 * Default_Ignorable_Code_Point (also those of them that are not assigned yet), and a few that have a shape by type and none by look.
 */
final class Invisible {
    /** The property's ranges, made from Unicode's data: the JDK does not know it. */
    static final String TABLE = "default-ignorable.txt";

    private static final int[] DEFAULT_IGNORABLE = read();

    private Invisible() {
    }

    static boolean is(int codePoint) {
        return isWhiteSpace(codePoint) || isDefaultIgnorable(codePoint) || isBlankByShape(codePoint);
    }

    static boolean isDefaultIgnorable(int codePoint) {
        for (int i = 0; i < DEFAULT_IGNORABLE.length; i += 2) {
            if (codePoint <= DEFAULT_IGNORABLE[i + 1]) {
                return codePoint >= DEFAULT_IGNORABLE[i];
            }
        }
        return false;
    }

    /** Java leaves the no-break spaces out of white space, and Unicode counts them in. */
    static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    private static boolean isBlankByShape(int codePoint) {
        return switch (codePoint) {
            // Braille blank; Egyptian full and half blank; Khitan filler; a note without a head.
            case 0x2800, 0x13441, 0x13442, 0x16FE4, 0x1D159 -> true;
            // The anchors of annotations, which no plain text shows.
            case 0xFFF9, 0xFFFA, 0xFFFB -> true;
            default -> false;
        };
    }

    /** First and last code point of each range, ascending. */
    private static int[] read() {
        try (InputStream table = Invisible.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("the table " + TABLE + " is missing");
            }
            return new String(table.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMapToInt(line -> Arrays.stream(line.split("\\.\\.", 2))
                            .mapToInt(HexFormat::fromHexDigits))
                    .toArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
