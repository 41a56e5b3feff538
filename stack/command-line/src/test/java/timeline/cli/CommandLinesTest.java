package timeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import timeline.local.Settings;
import timeline.local.Settings.Compiler;
import timeline.local.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLinesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();
    private FakeStack stack;

    @BeforeEach
    void running() {
        stack = new FakeStack(folder);
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(remarks, true, StandardCharsets.UTF_8), System::nanoTime);
        CommandLine line = CommandLines.of(stack, terminal);
        line.setErr(new PrintWriter(remarks, true, StandardCharsets.UTF_8));
        line.setOut(new PrintWriter(results, true, StandardCharsets.UTF_8));
        return line.execute(arguments);
    }

    private String remarks() {
        return remarks.toString(StandardCharsets.UTF_8);
    }

    private String results() {
        return results.toString(StandardCharsets.UTF_8);
    }

    @Test
    void upTakesItsSettings() {
        assertThat(
                run("up", "--ha", "--threshold", "20", "--port-offset", "100", "--port", "gateway=5000", "--jit",
                        "full"))
                .isZero();

        assertThat(stack.diary).containsExactly(
                "up " + new Settings(true, OptionalLong.of(20), 100, Map.of("gateway", 5000), Compiler.FULL));
        assertThat(results()).contains("curl").contains("http://127.0.0.1:8080");
    }

    @Test
    void upWithoutOptionsLeavesTheThresholdAsItIs() {
        assertThat(run("up")).isZero();

        assertThat(stack.diary).containsExactly("up " + Settings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "1.5", ""})
    void aBadThresholdIsRefusedBeforeAnythingIsDone(String threshold) {
        assertThat(run("up", "--threshold=" + threshold)).isEqualTo(2);

        assertThat(remarks()).contains("a threshold is a number of followers");
        assertThat(stack.diary).isEmpty();
    }

    @Test
    void infMeansNeverPull() {
        run("up", "--threshold", "inf");

        assertThat(stack.diary).singleElement().asString().contains(Long.toString(Long.MAX_VALUE));
    }

    @Test
    void aDrillThatNeedsTwoOfEachIsRefusedWhereThereIsOne() {
        assertThat(run("drill", "rolling-restart")).isEqualTo(2);

        assertThat(remarks()).contains("rolling-restart needs two of each service (./timeline up --ha), and there is "
                + "only one gateway, tweet-service, timeline-service, follow-service, fanout-service");
        assertThat(stack.diary).isEmpty();
    }

    @Test
    void aDrillThatBreaksLinksIsRefusedWhereThereAreNone() {
        assertThat(run("drill", "kafka-cut-off")).isEqualTo(2);

        assertThat(remarks())
                .contains("kafka-cut-off needs links that can be broken: here they are processes that speak "
                        + "through the loopback; containers have links (--stack compose, as root)");
        assertThat(stack.diary).isEmpty();
    }

    @Test
    void aDrillOnAStackThatIsDownSaysSo() {
        stack.down();

        assertThat(run("drill", "instance-killed")).isEqualTo(1);

        assertThat(remarks()).contains("the stack is down");
    }

    @Test
    void downTakesVolumesAlong() {
        assertThat(run("down")).isZero();
        assertThat(run("down", "--volumes")).isZero();

        assertThat(stack.diary).containsExactly("down false", "down true");
    }

    @Test
    void psAsJsonHasEveryFieldOfEveryComponent() {
        assertThat(run("ps", "--json")).isZero();

        JsonNode array = new JsonMapper().readTree(results());
        assertThat(array).hasSize(2);
        assertThat(array.get(0).toString())
                .isEqualTo("{\"name\":\"gateway\",\"kind\":\"gateway\",\"state\":\"running\","
                        + "\"pid\":4711,\"port\":8080,\"rss_bytes\":123456789,\"uptime_s\":3723}");
        assertThat(array.get(1).toString()).isEqualTo("{\"name\":\"redis-1\",\"kind\":\"redis\",\"state\":\"exited\","
                + "\"pid\":null,\"port\":17001,\"rss_bytes\":null,\"uptime_s\":null}");
    }

    @Test
    void psOfAStackThatIsDownIsAnEmptyArray() {
        stack.down();

        assertThat(run("ps", "--json")).isZero();
        assertThat(new JsonMapper().readTree(results())).isEmpty();
    }

    @Test
    void psForPeopleIsATable() {
        assertThat(run("ps")).isZero();

        assertThat(results()).contains("NAME")
                .containsPattern("gateway +gateway +running +4711 +8080 +123 MB +1:02:03");
    }

    @Test
    void killSendsKillUnlessToldOtherwise() {
        assertThat(run("kill", "gateway")).isZero();

        stack = new FakeStack(folder);
        assertThat(run("kill", "-s", "TERM", "gateway")).isZero();
        assertThat(stack.diary).containsExactly("kill TERM gateway");
    }

    @Test
    void whatDidNotHappenIsNoSuccess() {
        assertThat(run("kill", "redis-1")).isEqualTo(1);

        assertThat(remarks()).contains("timeline: redis-1 is not running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "pause", "unpause", "stop", "start", "restart", "logs"})
    void anUnknownNameIsAnsweredInOneSentenceThatNamesTheKnownOnes(String command) {
        assertThat(run(command, "redis-7")).isEqualTo(2);

        assertThat(remarks().strip())
                .isEqualTo("timeline: there is no component redis-7, only gateway redis-1 (./timeline "
                        + command + " --help tells more)");
        assertThat(stack.diary).isEmpty();
    }

    @Test
    void oneUnknownNameAmongSeveralStopsNobody() {
        assertThat(run("kill", "gateway", "redis-7")).isEqualTo(2);

        assertThat(stack.diary).isEmpty();
    }

    @Test
    void startWaitsUntilReadyAndForgivesWhatRuns() {
        assertThat(run("start", "redis-1", "gateway")).isZero();

        assertThat(stack.diary).containsExactly("start redis-1", "ready redis-1", "ready gateway");
    }

    @Test
    void restartStopsAndStarts() {
        assertThat(run("restart", "gateway")).isZero();

        assertThat(stack.diary).containsExactly("stop gateway", "start gateway", "ready gateway");
    }

    @Test
    void logsShowsTheLog() throws IOException {
        Files.writeString(folder.resolve("gateway.log"), "one\ntwo\n");

        assertThat(run("logs", "gateway")).isZero();
        assertThat(results()).isEqualTo("one\ntwo\n");
        assertThat(run("logs", "redis-1")).isEqualTo(1);
    }

    @Test
    void logsShowsStructuredLinesToPeopleAndAsTheyAreToPrograms() throws IOException {
        String line = "{\"@timestamp\":\"2026-11-29T10:00:00Z\",\"log\":{\"level\":\"INFO\",\"logger\":\"a.B\"},\"message\":\"hello\"}";
        Files.writeString(folder.resolve("gateway.log"), line + "\n");

        assertThat(run("logs", "gateway")).isZero();
        assertThat(results()).contains(" INFO  a.B  hello").doesNotContain("{");
        results.reset();
        assertThat(run("logs", "--json", "gateway")).isZero();
        assertThat(results().strip()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "up --nonsense", "kill", "up --port kafka=x", "up --port nobody=5000",
            "up --jit fast"})
    void aLineThatIsWrongIsAUsageError(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);

        assertThat(stack.diary).isEmpty();
    }

    @Test
    void helpNamesTheCommands() {
        assertThat(run("--help")).isZero();

        assertThat(results()).contains("up", "down", "ps", "logs", "kill", "pause", "unpause", "start", "restart",
                "threshold", "demo", "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "kill", "test", "bench read", "bench steady", "bench overload", "dlq show"})
    void everyCommandHasHelpOfItsOwn(String command) {
        assertThat(run((command + " --help").split(" ", -1))).isZero();

        assertThat(results()).contains("Usage: ./timeline " + command);
        assertThat(stack.diary).isEmpty();
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        assertThat(run()).isEqualTo(2);

        assertThat(remarks()).contains("Usage: ./timeline");
    }
}
