package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TweetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "  padded  ", "two\nlines\tand a tab", "'; DROP TABLE tweets; --",
            "<script>alert(1)</script>", "${jndi:ldap://x}", "#{T(java.lang.Runtime)}", "%00", "../../etc/passwd",
            "\u202Eright to left", "a\u200B", "👩‍👩‍👧‍👦", "\uFEFFwith a byte order mark", "\u2028x", "✔️"})
    void keepsTextVerbatim(String text) {
        assertThat(TweetText.normalise(text).value()).isEqualTo(text);
    }

    @Test
    void composesWhatWasDecomposed() {
        String decomposed = Normalizer.normalize("Zoë", Normalizer.Form.NFD);

        assertThat(decomposed).hasSize(4);
        assertThat(TweetText.normalise(decomposed).value()).isEqualTo("Zoë").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "😀"})
    void takes280CodePointsAndNoMore(String codePoint) {
        assertThat(TweetText.normalise(codePoint.repeat(280)).value()).hasSize(280 * codePoint.length());
        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise(codePoint.repeat(281)))
                .withMessageContaining("281");
    }

    @Test
    void countsAfterNormalisation() {
        assertThat(TweetText.normalise("e\u0301".repeat(280)).value()).hasSize(280);
        // U+0958 is one code point that Form C takes apart into two.
        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise("\u0958".repeat(141)))
                .withMessageContaining("282");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\u2060\u200D", "\u00AD",
            "\u3164",
            "\u2800", "\u115F\u1160", "\uFE0F", "\u2028\u2029", "\u202E \u200F", "\uFFA0", "\u034F", "\u180B",
            "\u180F", "\u17B4\u17B5", "\u2065", "\uFFF0", "\uFFF9\uFFFA\uFFFB",
            // Beyond the first plane: a variation selector, tags, unassigned ones, musical and shorthand controls, blanks by shape.
            "\uDB40\uDD01", "\uDB40\uDC20\uDB40\uDC7F", "\uDB40\uDC00", "\uDB43\uDFFF", "\uD834\uDD73", "\uD82F\uDCA0",
            "\uD834\uDD59", "\uD80D\uDC41\uD80D\uDC42", "\uD81B\uDFE4"})
    void refusesWhatLooksEmpty(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise(text)).withMessage("is blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2801", "\u0301", "\u0600", "\uE000", "\uFFFD", "\u200D.", "\uD80C\uDC00"})
    void takesWhatCanBeSeen(String text) {
        assertThat(TweetText.normalise(text).value()).isEqualTo(text);
    }

    @Test
    void takes30MarksInARowAndNoMore() {
        assertThat(TweetText.normalise("Z" + "\u0335".repeat(30) + "a" + "\u0335".repeat(30)).value()).hasSize(62);
        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise("Z" + "\u0335".repeat(31)))
                .withMessage("has more than 30 combining marks in a row");
        // U+0344 is one mark that Form C takes apart into two.
        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise("Z" + "\u0344".repeat(16)));
    }

    @Test
    void composesTheLongestTextThatCanBeShortEnough() {
        String fourEach = "\u03B1\u0313\u0300\u0345".repeat(280);

        assertThat(TweetText.normalise(fourEach).value()).isEqualTo("\u1F82".repeat(280));
    }

    /** Marks in descending order of their classes: sorted one by one, a body of 16 KiB would take a fifth of a second. */
    @Test
    void looksAtLengthAndMarksBeforeItSorts() {
        String hostile = "a" + "\u0315\u0300\u031B\u0316".repeat(4_000);

        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise(hostile))
                .withMessageContaining("16001");
        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise(hostile.substring(0, 1_000)))
                .withMessageContaining("marks in a row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\rb", "\u0007", "\u001B[31m", "\u007F", "\u0085", "\u009F"})
    void refusesControlCharactersButNewlineAndTab(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise("x" + text))
                .withMessageContaining("control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "a\uD83D", "\uDE00\uD83D"})
    void refusesHalvesOfACharacter(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TweetText.normalise("x" + text));
    }

    @Test
    void isAlwaysNormalised() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TweetText("e\u0301"));
    }
}
