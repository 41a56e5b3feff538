package timeline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.stores.Launch;
import timeline.testkit.Await;

/** Who ends by itself is started again; who was ended is not. */
class SupervisionTest {
    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Registry registry;
    private Children children;

    @BeforeEach
    void open() {
        registry = new Registry(folder.resolve("run"));
        children = new Children(registry, Processes.ofThisMachine());
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        children.stop(registry.all().stream().map(Entry::name).toList(), Duration.ZERO);
    }

    @Test
    void whoFailsIsStartedAgainAndTheLogSaysSo() {
        ProcessId first = start(failing("exit 3"));

        ProcessId second = Await.within(GRACE).value("another process",
                () -> children.find("a").filter(process -> !process.equals(first)));

        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(folder.resolve("log")).content()
                .contains("a has ended by itself with status 3, and is started again in 1 s");
        assertThat(registry.find("a").orElseThrow().version()).isEqualTo("v1");
    }

    @Test
    void whoCrashesIsStartedAgain() {
        ProcessId first = start(failing("kill -SEGV $$"));

        Await.within(GRACE).until("another process",
                () -> children.find("a").filter(process -> !process.equals(first)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void whoWasKilledByHandStaysDead(String signal) {
        start(Programs.sleeper(folder));

        children.signal("a", new Signal(signal));

        assertThatNobodyWatchesAnyMore();
        assertThat(children.find("a")).isEmpty();
    }

    /**
     * Well, or as by HUP, INT, KILL and TERM. Not all of them are sent in a test: whoever runs under nohup starts nobody whom HUP would end.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 129, 130, 137, 143})
    void whoEndsWellOrByASignalHasEnded(int status) {
        start(Programs.shell(folder, "exit " + status));

        assertThatNobodyWatchesAnyMore();
        assertThat(children.find("a")).isEmpty();
    }

    @Test
    void whoWasStoppedBetweenTwoStartsIsNotStartedAgain() throws InterruptedException {
        start(failing("exit 3"));
        awaitFailure();

        children.stop(List.of("a"), GRACE);

        assertThatNobodyWatchesAnyMore();
        assertThat(children.find("a")).isEmpty();
    }

    @Test
    void whoWasStartedByHandMeanwhileIsNotStartedTwice() {
        start(failing("exit 3"));
        awaitFailure();

        ProcessId byHand = children.start("a", Signal.TERM, "v2", Programs.sleeper(folder));

        Await.within(GRACE).until("the supervisor has gone", () -> supervisors() == 0);
        assertThat(children.find("a")).contains(byHand);
    }

    @Test
    void whoHasStartedYieldsToWhoStarts() {
        Children impatient = new Children(registry, Processes.ofThisMachine(), Duration.ZERO);

        long pid = impatient.startSupervised("a", Signal.TERM, "v1", Programs.sleeper(folder)).pid();
        long other = children.startSupervised("b", Signal.TERM, "v1", Programs.sleeper(folder)).pid();

        Await.within(GRACE).until("it has yielded", () -> niceness(pid) > niceness(other));
    }

    private static int niceness(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "ni=", "-p", Long.toString(pid)).start();
        return Integer.parseInt(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    private ProcessId start(Launch launch) {
        return children.startSupervised("a", Signal.TERM, "v1", launch);
    }

    /** Ends in some way at first, and lives when it is started again. */
    private Launch failing(String end) {
        return Programs.shell(folder, "[ -e again ] && exec sleep 300; touch again; " + end);
    }

    private void awaitFailure() {
        Await.that("it has failed", () -> Files.exists(folder.resolve("log"))
                && Files.readString(folder.resolve("log")).contains("started again"));
    }

    private void assertThatNobodyWatchesAnyMore() {
        Await.within(GRACE).until("the supervisor has gone", () -> supervisors() == 0);
    }

    /** Known by their log, which no other test's has in its arguments. */
    private long supervisors() {
        return ProcessHandle.allProcesses().map(process -> process.info().arguments().map(List::of).orElse(List.of()))
                .filter(arguments -> arguments.contains("supervise.sh")
                        && arguments.contains(folder.resolve("log").toString()))
                .count();
    }
}
