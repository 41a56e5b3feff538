package timeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import timeline.local.Terminal;

class StormsTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final Terminal terminal = new Terminal(out, out, System::nanoTime);

    @Test
    void saysWhatManyStormsCameTo() throws InterruptedException {
        assertThat(Storms.campaign(3, 4, terminal)).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("4 storms (3 to 6) in ", "weather: ", "checks: ",
                "0 storms with violations");
    }

    @Test
    void tellsOneSecondBySecond() {
        assertThat(Storms.replay(1, terminal)).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("seed 1: ", "   30  ", "every promise was kept");
    }

    @Test
    void isAWorldOfTheCommand() {
        CommandLine command = new CommandLine(new SimulateCommand());

        assertThat(command.parseArgs("--world", "storm", "--seed", "1").hasMatchedOption("--world")).isTrue();
        assertThat(command.parseArgs().matchedOptionValue("--world", "none")).isEqualTo("none");
    }
}
