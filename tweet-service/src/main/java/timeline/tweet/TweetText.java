package timeline.tweet;

import java.text.Normalizer;

/**
 * A tweet's text: 1 to 280 Unicode code points in Normalization Form C, not blank, without control characters but newline and tab, and
 * with at most 30 combining marks in a row. It is stored and returned as normalised, otherwise verbatim: what looks like markup or a
 * query is text.
 */
public record TweetText(String value) {
    public static final int MAX_CODE_POINTS = 280;

    /** No language comes near it, and no text processing needs to go further (UAX #15, stream-safe text). */
    public static final int MAX_MARKS_IN_A_ROW = 30;

    /** No code point is composed of more than four others. So what is longer than this is too long after composition as well. */
    private static final int MAX_CODE_POINTS_TO_COMPOSE = 4 * MAX_CODE_POINTS;

    public TweetText {
        requireLength(value, MAX_CODE_POINTS);
        requireFewMarks(value);
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("not in Normalization Form C");
        }
        if (value.codePoints().anyMatch(TweetText::isForbidden)) {
            throw new IllegalArgumentException("contains a control character other than newline and tab");
        }
        if (value.codePoints().allMatch(Invisible::is)) {
            throw new IllegalArgumentException("is blank");
        }
    }

    /**
     * Normalises what a client sent. Looks at its length and its marks first: to sort a row of marks takes time that grows with the
     * square of their number.
     *
     * @throws IllegalArgumentException when it is no text of a tweet; the message may be shown to the client
     */
    public static TweetText normalise(String text) {
        requireLength(text, MAX_CODE_POINTS_TO_COMPOSE);
        requireFewMarks(text);
        return new TweetText(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static void requireLength(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new IllegalArgumentException(
                    "has " + length + " characters; at most " + MAX_CODE_POINTS + " are allowed");
        }
    }

    private static void requireFewMarks(String text) {
        int inARow = 0;
        for (int codePoint : text.codePoints().toArray()) {
            inARow = isMark(codePoint) ? inARow + 1 : 0;
            if (inARow > MAX_MARKS_IN_A_ROW) {
                throw new IllegalArgumentException(
                        "has more than " + MAX_MARKS_IN_A_ROW + " combining marks in a row");
            }
        }
    }

    /** All that normalisation may have to sort, and more: what is sorted is always a mark. */
    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isForbidden(int codePoint) {
        boolean control = Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t';
        boolean loneSurrogate = Character.getType(codePoint) == Character.SURROGATE;
        return control || loneSurrogate;
    }
}
