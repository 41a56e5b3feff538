package timeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import timeline.local.Terminal;

class TestCommandTest {
    private static final Instant BEGUN = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir
    Path parent;

    /** A checkout may be called as folders are in which no reports are looked for. */
    private Path root = Path.of("src");

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();

    @BeforeEach
    void mark() throws IOException {
        root = Files.createDirectory(parent.resolve("src"));
        Files.setLastModifiedTime(Files.createFile(root.resolve("begun")), FileTime.from(BEGUN));
    }

    private void report(String module, String kind, String cases) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target").resolve(kind + "-reports"));
        // As Surefire does, the totals count a test that failed and then passed as a failure.
        Path file = Files.writeString(folder.resolve("TEST-a." + module + ".xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="a.B" tests="9" errors="1" skipped="1" failures="1">
                  <properties><property name="x" value="y"/></properties>
                %s</testsuite>
                """.formatted(cases));
        Files.setLastModifiedTime(file, FileTime.from(BEGUN.plusSeconds(60)));
    }

    private int run(int maven) throws IOException {
        TestCommand command = new TestCommand(root, () -> BEGUN.plus(Duration.ofSeconds(2 * 60 + 5)));
        new CommandLine(command).parseArgs("--since", root.resolve("begun").toString(), "--maven", "" + maven);
        return command.run(new FakeStack(root), new Terminal(new PrintStream(results, true, StandardCharsets.UTF_8),
                System.err, System::nanoTime));
    }

    private String results() {
        return results.toString(StandardCharsets.UTF_8);
    }

    @Test
    void addsUpEveryModulesReportsAndSaysHowLongItTook() throws IOException {
        report("one", "surefire", "  <testcase name=\"x\" classname=\"a.B\"/>\n");
        report("two", "failsafe", """
                  <testcase name="y" classname="a.C"/>
                  <testcase name="z" classname="a.C"><skipped/></testcase>
                """);

        assertThat(run(0)).isZero();
        assertThat(results()).isEqualToIgnoringNewLines(
                "3 tests in 2 classes: 0 failed, 0 flaky, 1 skipped, in 2 min 05 s; the build succeeded");
    }

    @Test
    void namesAFlakyTestAndCountsItAsPassed() throws IOException {
        report("one", "failsafe", """
                  <testcase name="x" classname="a.B" time="1">
                    <flakyError message="too late" type="E">
                      <stackTrace>at z</stackTrace>
                      <system-out>much</system-out>
                    </flakyError>
                    <flakyFailure message="again" type="F"><stackTrace/></flakyFailure>
                  </testcase>
                """);

        assertThat(run(0)).isZero();
        assertThat(results()).contains("FLAKY (passed when tried again) a.B.x: too late")
                .contains("1 tests in 1 classes: 0 failed, 1 flaky, 0 skipped");
    }

    @Test
    void namesAFailedTestWithItsMessage() throws IOException {
        report("one", "surefire",
                """
                          <testcase name="x" classname="a.B"><failure message="&#10;expected 1&#10;but was 2" type="E">at z</failure>
                            <rerunFailure message="again"/>
                          </testcase>
                          <testcase name="y" classname="a.B"><error type="E">at z</error></testcase>
                        """);

        assertThat(run(1)).isEqualTo(1);
        assertThat(results()).contains("FAILED a.B.x: expected 1\n").contains("FAILED a.B.y\n")
                .contains("2 tests in 1 classes: 2 failed, 0 flaky");
    }

    @Test
    void leavesReportsOfEarlierRunsOut() throws IOException {
        report("one", "surefire", "  <testcase name=\"x\" classname=\"a.B\"/>\n");
        Files.setLastModifiedTime(root.resolve("one/target/surefire-reports/TEST-a.one.xml"),
                FileTime.from(BEGUN.minusSeconds(1)));

        assertThat(run(0)).as("a run without tests proves nothing").isEqualTo(1);
        assertThat(results()).contains("0 tests in 0 classes");
    }

    @Test
    void isNotContentWhenMavenWasNot() throws IOException {
        report("one", "surefire", "  <testcase name=\"x\" classname=\"a.B\"/>\n");

        assertThat(run(1)).isEqualTo(1);
        assertThat(results()).contains("the build FAILED");
    }
}
