package timeline.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A map that leads nowhere is worse than none. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Path ROOT = Path.of(System.getProperty("timeline.root", ".."));

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md"})
    void everyLinkLeadsToAFile(String document) throws IOException {
        assertThat(LINK.matcher(Files.readString(ROOT.resolve(document))).results().map(MatchResult::group))
                .isNotEmpty();
        assertThat(LINK.matcher(Files.readString(ROOT.resolve(document))).results().map(link -> link.group(1)))
                .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
    }
}
