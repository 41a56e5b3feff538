package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import timeline.drill.Drills.Choice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drill that no table names is one that nobody carries out. */
class DrillsTest {
    private static final Path ROOT = Path.of(System.getProperty("timeline.root", ".."));
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|");

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"README.md; | `./timeline drill …` |", "docs/operations.md; | drill |"})
    void everyDrillIsInTheTables(String document, String head) throws IOException {
        List<String> table = Files.readAllLines(ROOT.resolve(document)).stream()
                .dropWhile(line -> !line.startsWith(head)).takeWhile(line -> line.startsWith("|")).toList();

        assertThat(table.stream().flatMap(line -> ROW.matcher(line).results()).map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(Drills.all(Choice.USUAL).stream().map(Drill::name).toList());
    }
}
