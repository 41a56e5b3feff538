package timeline.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line on the machine of somebody who writes other digits, or for whom the small I has no dot. */
class CommandLineLanguageIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @ParameterizedTest
    @CsvSource({"ar,EG", "fa,IR", "tr,TR"})
    void saysTheSameInEveryLanguage(String language, String country) throws IOException, InterruptedException {
        assertThat(run(language, country, "up", "--port-offset", "30001")).isEqualTo(
                run("en", "US", "up", "--port-offset", "30001")).contains("30001");
        assertThat(run(language, country, "ps")).isEqualTo(run("en", "US", "ps"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa"})
    void countsInAsciiDigits(String language) throws IOException, InterruptedException {
        assertThat(run(language, "", "simulate", "--seeds", "4")).contains("4 seeds (0 to 3) in ")
                .doesNotContainPattern("[\\p{Nd}&&[^0-9]]");
    }

    private String run(String language, String country, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Dtimeline.root=" + System.getProperty("timeline.root", "../.."), "-Dtimeline.home=" + home, "-cp",
                System.getProperty("java.class.path", ""), "timeline.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isBetween(0, 2);
        return output;
    }
}
