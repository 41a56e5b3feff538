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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever reads the repository has nothing else: it refers to guarantees and decisions that are in it, never to papers that are not. */
class ReferencesTest {
    private static final Path ROOT = Path.of(System.getProperty("timeline.root", ".."));
    /** A letter and a number that are not one byte of a percent-encoded character. */
    private static final String NUMBERED = "(?<!%)\\b[DT][0-9]{1,2}\\b";
    private static final Pattern ELSEWHERE = Pattern
            .compile(NUMBERED + "|\\bdesign[ ]notes?\\b|\\bthe[ ]notes\\b");
    private static final Pattern TEXT = Pattern
            .compile(".*\\.(java|scala|md|lua|cql|sql|ya?ml|xml|conf|properties|html|sh)");
    private static final Set<String> MADE = Set.of("target", "node_modules");

    @Test
    void nothingRefersToWhatIsNotInTheRepository() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> texts = texts();
        for (Path text : texts) {
            List<String> lines = Files.readAllLines(text);
            for (int line = 0; line < lines.size(); line++) {
                if (ELSEWHERE.matcher(lines.get(line)).find()) {
                    found.add(ROOT.relativize(text) + ":" + (line + 1) + ": " + lines.get(line).strip());
                }
            }
        }

        assertThat(texts).as("it looks at all of it").hasSizeGreaterThan(500);
        assertThat(found).isEmpty();
    }

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
                return hidden || MADE.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (TEXT.matcher(file.getFileName().toString()).matches()) {
                    texts.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }
}
