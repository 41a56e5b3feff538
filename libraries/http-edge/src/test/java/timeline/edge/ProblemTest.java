package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Pattern ROW = Pattern.compile("^\\| (\\d{3} \\| `[a-z-]+`) \\|", Pattern.MULTILINE);

    /** Clients branch on types: whoever adds or changes one changes what clients may meet, and has to say so. */
    @Test
    void everyTypeIsInTheOperationsGuideWithItsStatusAndNoOther() throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("timeline.root", ".."), "docs", "operations.md"));
        List<String> documented = ROW.matcher(guide).results().map((MatchResult row) -> row.group(1)).toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(Arrays.stream(Problem.values())
                .map(problem -> problem.status() + " | `" + problem.slug() + "`").toList());
    }
}
