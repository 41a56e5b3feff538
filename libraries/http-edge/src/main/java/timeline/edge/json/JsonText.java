package timeline.edge.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import timeline.edge.Problem;

/**
 * The text of a body. Jackson guesses encodings, skips a byte order mark and lets a lone surrogate through; each of them would
 * let one body mean two things, or be stored and fail later. Here a body is UTF-8 (RFC 8259 section 8.1) of whole characters.
 */
final class JsonText {
    private JsonText() {
    }

    /** The body as text; a 400 {@code malformed-body} when it is not well-formed UTF-8 text of whole characters. */
    static String decode(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException invalid) {
            throw Problem.MALFORMED_BODY.because("The body is not valid UTF-8.");
        }
        if (text.startsWith("\uFEFF")) {
            throw Problem.MALFORMED_BODY.because("The body begins with a byte order mark.");
        }
        if (escapesLoneSurrogate(text)) {
            throw Problem.MALFORMED_BODY.because("The body escapes half a character (a lone surrogate).");
        }
        return text;
    }

    /** Whether a backslash-u escape names a surrogate without its other half as the next escape. */
    private static boolean escapesLoneSurrogate(String text) {
        for (int i = text.indexOf('\\'); i >= 0 && i + 1 < text.length(); i = text.indexOf('\\', i)) {
            int unit = escapedUnit(text, i);
            if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
                i += 2;
            } else if (unit <= Character.MAX_HIGH_SURROGATE
                    && Character.isLowSurrogate((char) escapedUnit(text, i + 6))) {
                i += 12;
            } else {
                return true;
            }
        }
        return false;
    }

    /** The code unit that the six characters at {@code at} escape; 0 when they are no such escape (the parser will tell). */
    private static int escapedUnit(String text, int at) {
        if (at + 6 > text.length() || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
            return 0;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return 0;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
