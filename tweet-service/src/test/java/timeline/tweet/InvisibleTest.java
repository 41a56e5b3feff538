package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class InvisibleTest {
    private static final Path TABLE = Path.of("src/main/resources/timeline/tweet", Invisible.TABLE);
    private static final String COMMAND = "mvn -pl tweet-service -am test -Dtest=InvisibleTest -Dunicode.table=write"
            + " -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void theTableIsUnicodesProperty() throws IOException {
        String property = "# Default_Ignorable_Code_Point of Unicode " + UCharacter.getUnicodeVersion()
                + ", made by\n# "
                + COMMAND + "\n"
                + StreamSupport.stream(new UnicodeSet("[:Default_Ignorable_Code_Point:]").ranges().spliterator(), false)
                        .map(range -> String.format(Locale.ROOT, "%04X..%04X\n", range.codepoint, range.codepointEnd))
                        .reduce("", String::concat);
        if ("write".equals(System.getProperty("unicode.table"))) {
            Files.writeString(TABLE, property, StandardCharsets.US_ASCII);
        }

        assertThat(TABLE).as("to be made anew by %s", COMMAND).content(StandardCharsets.US_ASCII).isEqualTo(property);
    }

    @Test
    void everyDefaultIgnorableAndAllWhiteSpaceIsInvisible() {
        assertThat(codePoints()).allSatisfy(codePoint -> {
            if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                    || UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE)) {
                assertThat(Invisible.is(codePoint)).as("U+%04X", codePoint).isTrue();
            }
        });
    }

    @Test
    void nothingElseIsButEightBlankShapes() {
        assertThat(codePoints().filter(Invisible::is)
                .filter(codePoint -> !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .filter(codePoint -> !UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE))
                .filter(codePoint -> !Character.isISOControl(codePoint)))
                .containsExactly(0x2800, 0xFFF9, 0xFFFA, 0xFFFB, 0x13441, 0x13442, 0x16FE4, 0x1D159);
    }

    /** What {@link TweetText} takes for granted when it refuses a text before it composes it. */
    @Test
    void noCodePointIsComposedOfMoreThanFourAndAllThatIsSortedIsAMark() {
        assertThat(codePoints().filter(codePoint -> {
            String decomposed = Normalizer.normalize(Character.toString(codePoint),
                    Normalizer.Form.NFD);
            return decomposed.codePointCount(0, decomposed.length()) > 4;
        })).isEmpty();
        assertThat(codePoints().filter(codePoint -> Character.getType(codePoint) != Character.UNASSIGNED)
                .filter(codePoint -> UCharacter.getCombiningClass(codePoint) != 0)
                .filter(codePoint -> !TweetText.isMark(codePoint))).isEmpty();
    }

    private static IntStream codePoints() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
