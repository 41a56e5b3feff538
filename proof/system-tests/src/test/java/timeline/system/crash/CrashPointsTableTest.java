package timeline.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import timeline.system.crash.CrashPoint.Step;

/** What {@link CrashPointsIT} would find out minutes later, or not at all. */
class CrashPointsTableTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("timeline.root", ".."), "docs/crash-points.md");
    private static final List<String> HEAD = List.of("| point | who dies | where | what is then |",
            "|---|---|---|---|");

    @Test
    void theDocumentHasThePointsThatThereAre() throws IOException {
        List<String> table = Stream.concat(HEAD.stream(), Arrays.stream(CrashPoint.values()).map(CrashPoint::row))
                .toList();
        List<String> lines = Files.readAllLines(DOCUMENT);
        if ("write".equals(System.getProperty("crash.table"))) {
            Files.write(DOCUMENT, Stream
                    .concat(lines.stream().filter(line -> !line.startsWith("|")), table.stream()).toList());
        }

        assertThat(Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("|"))).isEqualTo(table);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void everyStepIsAMethodThatExists(Step step) {
        int dot = step.method().lastIndexOf('.');
        String file = step.method().substring(0, dot).replace('.', '/') + ".class";

        assertThat(ClassFile.of().parse(bytes(file)).methods())
                .anyMatch(CrashAgent.named(step.method().substring(dot + 1)));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(
                CrashPointsTableTest.class.getClassLoader().getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
