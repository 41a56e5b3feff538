package timeline.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A promise that no test guards is a wish, and so is one whose test was renamed. */
class GuaranteesTest {
    private static final Path ROOT = Path.of(System.getProperty("timeline.root", ".."));
    private static final Pattern ROW = Pattern.compile("\\| G([0-9]+) \\|.*");
    private static final Pattern TEST_NAME = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");

    @Test
    void everyGuaranteeNamesTestsThatGuardIt() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/guarantees.md"));

        List<MatchResult> guarantees = rows.stream().map(ROW::matcher).filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .toList();
        assertThat(guarantees).extracting(row -> Integer.parseInt(row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, guarantees.size()).boxed().toList())
                .hasSizeGreaterThan(10);
        assertThat(guarantees).allSatisfy(row -> assertThat(names(row.group())).isNotEmpty());
    }

    @Test
    void everyTestThatADocumentNamesExists() throws IOException {
        Set<String> tests = files(".java").filter(path -> path.toString().contains("/src/test/"))
                .map(path -> path.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        List<Path> documents = files(".md").toList();

        assertThat(documents).hasSizeGreaterThan(10);
        assertThat(documents).allSatisfy(document -> assertThat(tests).containsAll(names(Files.readString(document))));
    }

    private static List<String> names(String text) {
        return TEST_NAME.matcher(text).results().map(name -> name.group(1)).toList();
    }

    /** The files of the repository, without what a build or a running stack keeps there. */
    private static Stream<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean foreign = !folder.equals(ROOT) && (name.startsWith(".") || name.equals("target"));
                return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(ending)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream();
    }
}
