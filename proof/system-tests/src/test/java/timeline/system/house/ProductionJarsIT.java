package timeline.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs in production holds nothing that only tests need. */
class ProductionJarsIT {
    private static final Path ROOT = Path.of(System.getProperty("timeline.root", ".."));

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "tweet-service", "fanout-service", "follow-service", "timeline-service"})
    void holdsNoTwinsAndNoTestLibraries(String service) throws IOException {
        List<String> entries = entries(jar(service));

        assertThat(entries).anyMatch(entry -> entry.startsWith("BOOT-INF/classes/timeline/"));
        assertThat(entries).noneMatch(entry -> entry.contains("InMemory"))
                .noneMatch(entry -> entry.matches(".*/(testkit|junit|assertj|archunit|testcontainers)[^/]*\\.jar"));
    }

    private static Path jar(String service) throws IOException {
        try (Stream<Path> jars = Files.list(ROOT.resolve(service).resolve("target"))) {
            return jars.filter(path -> path.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    /** The names of all entries, also of our own jars inside. */
    private static List<String> entries(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(jar)) {
            collect(bytes, names);
        }
        return names;
    }

    private static void collect(InputStream bytes, List<String> names) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            names.add(entry.getName());
            if (entry.getName().endsWith("-SNAPSHOT.jar")) {
                collect(new ByteArrayInputStream(zip.readAllBytes()), names);
            }
        }
    }
}
