package timeline.system.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of all modules at once; each module's own {@code ArchitectureTest} says what holds of it alone. */
class PackagesTest {
    private static final Path ROOT = Path.of(System.getProperty("timeline.root", ".."));
    private static final int LONGEST_CLASS_LINES = 300;

    private static JavaClasses everything;

    @BeforeAll
    static void read() throws IOException {
        List<Path> modules;
        try (Stream<Path> folders = Files.find(ROOT, 4, (path, attributes) -> path.endsWith("target/classes"))) {
            modules = folders.toList();
        }
        everything = new ClassFileImporter().importPaths(modules);
        assertThat(modules).as("modules with classes").hasSizeGreaterThan(15);
    }

    @Test
    void noPackageHangsInACycle() {
        holds(slices().matching("timeline.(**)").should().beFreeOfCycles()
                .because("a package that cannot be read alone is not a package"));
    }

    @Test
    void namesAreNounsOfTheWhiteboard() {
        holds(noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Processor|DTO)")
                .because("such a name says that the class has no idea of its own"));
    }

    @Test
    void everyTwinStandsBesideItsPort() {
        holds(classes().that().haveSimpleNameStartingWith("InMemory").and().areTopLevelClasses().should()
                .resideOutsideOfPackages("..cassandra", "..redis", "..postgres", "..kafka", "..client", "..config")
                .because("a port and its twin are read together, without any technology"));
    }

    @Test
    void noClassIsLongerThanAReaderBears() throws IOException {
        try (Stream<Path> sources = Files.find(ROOT, 20, (path, attributes) -> path.toString().endsWith(".java")
                && path.toString().contains("/src/main/") && !path.toString().contains("/.timeline/"))) {
            assertThat(sources).isNotEmpty().allSatisfy(
                    source -> assertThat(Files.readAllLines(source)).hasSizeLessThanOrEqualTo(LONGEST_CLASS_LINES));
        }
    }

    @Test
    void everyIntegrationTestIsRun() throws IOException {
        try (Stream<Path> tests = Files.find(ROOT, 20, (path, attributes) -> path.toString().endsWith("IT.java")
                && path.toString().contains("/src/test/") && !path.toString().contains("/.timeline/"))) {
            assertThat(tests).isNotEmpty().allSatisfy(
                    test -> assertThat(Files.readString(module(test).resolve("pom.xml")))
                            .contains("maven-failsafe-plugin"));
        }
    }

    private static Path module(Path test) {
        String path = test.toString();
        return Path.of(path.substring(0, path.indexOf("/src/test/")));
    }

    private static void holds(ArchRule rule) {
        rule.check(everything);
    }
}
