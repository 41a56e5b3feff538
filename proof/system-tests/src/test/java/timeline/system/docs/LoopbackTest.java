package timeline.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The stacks listen on 127.0.0.1 alone, and there are machines on which "localhost" is ::1: whoever copies an address from a
 * document must reach the gateway.
 */
class LoopbackTest {
    private static final Path ROOT = Path.of(System.getProperty("timeline.root", ".."));

    @Test
    void noDocumentSendsAnybodyToLocalhost() throws IOException {
        try (Stream<Path> top = Files.list(ROOT); Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> documents = Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(documents).hasSizeGreaterThan(4).allSatisfy(
                    document -> assertThat(Files.readString(document)).doesNotContain("localhost"));
        }
    }
}
