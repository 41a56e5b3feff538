package timeline.tweet;

import java.text.Normalizer;

/**
 * A tweet's text: 1 to 280 Unicode code points in Normalization Form C, not blank, without control characters but newline and tab. It is
 * stored and returned as normalised, otherwise verbatim: what looks like markup or a query is text.
 */
public record TweetText(String value) {
    public static final int MAX_CODE_POINTS = 280;

    public TweetText {
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("not in Normalization Form C");
        }
        if (value.codePoints().anyMatch(TweetText::isForbidden)) {
            throw new IllegalArgumentException("contains a control character other than newline and tab");
        }
        if (value.codePoints().allMatch(TweetText::isInvisible)) {
            throw new IllegalArgumentException("is blank");
        }
        int length = value.codePointCount(0, value.length());
        if (length > MAX_CODE_POINTS) {
            throw new IllegalArgumentException(
                    "has " + length + " characters; at most " + MAX_CODE_POINTS + " are allowed");
        }
    }

    /**
     * Normalises what a client sent.
     *
     * @throws IllegalArgumentException when it is no text of a tweet; the message may be shown to the client
     */
    public static TweetText normalise(String text) {
        return new TweetText(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static boolean isForbidden(int codePoint) {
        boolean control = Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t';
        boolean loneSurrogate = Character.getType(codePoint) == Character.SURROGATE;
        return control || loneSurrogate;
    }

    /** White space, and what takes no room: a text of nothing else looks empty. */
    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT || switch (codePoint) {
                    // Combining grapheme joiner, Hangul fillers, Braille blank: letters and symbols by type, blank by shape.
                    case 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
                    // Variation selectors choose how the character before them looks.
                    default -> codePoint >= 0xFE00 && codePoint <= 0xFE0F;
                };
    }
}
