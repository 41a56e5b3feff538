package timeline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import timeline.testkit.Await;

class ChildrenTest {
    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Processes processes = Processes.ofThisMachine();
    private Registry registry;
    private Children children;

    @BeforeEach
    void open() {
        registry = new Registry(folder.resolve("run"));
        children = new Children(registry, processes);
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        children.stop(children.alive().stream().map(Entry::name).toList(), Duration.ZERO);
    }

    @Test
    void aStartedProcessIsInTheRegistryWithItsPidAndBirth() {
        ProcessId started = children.start("a", Signal.TERM, "v1", Programs.sleeper(folder));

        assertThat(registry.find("a")).contains(new Entry("a", started, Signal.TERM, "v1"));
        assertThat(processes.find(started.pid())).contains(started);
    }

    @Test
    void theProcessIsTheProgramItselfWithItsEnvironmentAndLog() {
        ProcessId started = children.start("a", Signal.TERM, "v1",
                Programs.shell(folder, "echo $GREETING from $$; exec sleep 300"));

        Await.passes("the program has spoken",
                () -> assertThat(folder.resolve("log")).hasContent("hello from " + started.pid()));
    }

    @Test
    void theProcessHasASessionOfItsOwnSoThatCtrlCInTheLaunchersTerminalDoesNotReachIt() {
        ProcessId started = children.start("a", Signal.TERM, "v1", Programs.sleeper(folder));

        // The launch script may still be on its way to setsid.
        Await.that("it leads its own group",
                () -> output("ps", "-o", "pgid=", "-p", Long.toString(started.pid())).strip()
                        .equals(Long.toString(started.pid())));
    }

    @Test
    void anotherLauncherFindsTheProcessAgain() {
        ProcessId started = children.start("a", Signal.TERM, "v1", Programs.sleeper(folder));

        Children another = new Children(new Registry(folder.resolve("run")), Processes.ofThisMachine());

        assertThat(another.find("a")).contains(started);
        assertThat(another.alive()).extracting(Entry::name).containsExactly("a");
    }

    @Test
    void aStrangerWhoHasThePidOfAnEndedProcessIsNotTakenForIt() throws IOException {
        ProcessId stranger = processes.find(ProcessHandle.current().pid()).orElseThrow();
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/a.json"), "{\"name\":\"a\",\"stop\":\"TERM\",\"pid\":" + stranger.pid()
                + ",\"birth\":\"another boot+1\"}");

        assertThat(children.find("a")).isEmpty();
        assertThat(children.signal("a", Signal.KILL)).isFalse();
    }

    @Test
    void aProcessThatLivesIsNotStartedTwice() {
        children.start("a", Signal.TERM, "v1", Programs.sleeper(folder));

        assertThatThrownBy(() -> children.start("a", Signal.TERM, "v1", Programs.sleeper(folder)))
                .isInstanceOf(IllegalStateException.class).hasMessage("a is running already");
    }

    @Test
    void aProcessThatEndedCanBeStartedAgain() {
        ProcessId first = children.start("a", Signal.TERM, "v1", Programs.sleeper(folder));
        children.signal("a", Signal.KILL);
        Await.that("it is gone", () -> children.find("a").isEmpty());

        assertThat(children.start("a", Signal.TERM, "v1", Programs.sleeper(folder))).isNotEqualTo(first);
    }

    @Test
    void stoppingAsksInTheWayThatTheProcessWantsToBeAsked() throws InterruptedException {
        // Not INT: a shell whose parent ignores that, as behind nohup, can't be told to listen to it.
        children.start("a", new Signal("USR1"), "v1",
                Programs.shell(folder, "trap 'echo asked; exit' USR1; echo up; while :; do sleep 0.05; done"));
        Await.that("it listens", () -> Files.readString(folder.resolve("log")).contains("up"));

        List<String> killed = children.stop(List.of("a"), GRACE);

        assertThat(killed).isEmpty();
        assertThat(folder.resolve("log")).content().contains("asked");
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void aProcessThatDoesNotListenIsKilled() throws InterruptedException {
        children.start("a", Signal.TERM, "v1",
                Programs.shell(folder, "trap '' TERM; echo up; while :; do sleep 0.05; done"));
        Await.that("it is deaf", () -> Files.readString(folder.resolve("log")).contains("up"));

        assertThat(children.stop(List.of("a"), Duration.ofMillis(200))).containsExactly("a");
        assertThat(children.find("a")).isEmpty();
    }

    @Test
    void aPausedProcessCanBeStopped() throws InterruptedException {
        children.start("a", Signal.TERM, "v1", Programs.sleeper(folder));
        children.signal("a", Signal.STOP);
        Await.that("it is paused", () -> children.vitals("a").orElseThrow().paused());

        assertThat(children.stop(List.of("a"), GRACE)).isEmpty();
    }

    @Test
    void aSignalReachesTheChildrenToo() {
        ProcessId parent = children.start("a", Signal.TERM, "v1",
                Programs.shell(folder, "sleep 300 & sleep 300 & wait"));
        Await.that("it has two children", () -> processes.tree(parent).size() == 3);
        List<Long> family = processes.tree(parent);

        children.signal("a", Signal.KILL);

        Await.that("all are gone", () -> family.stream().noneMatch(pid -> processes.find(pid).isPresent()));
    }

    @Test
    void vitalsAreThoseOfTheWholeFamily() {
        ProcessId parent = children.start("a", Signal.TERM, "v1",
                Programs.shell(folder, "(i=0; while [ $i -lt 3000000 ]; do i=$((i+1)); done) & wait"));

        Await.that("the child's work is counted", () -> children.vitals("a").orElseThrow().cpu().toMillis() >= 50);
        assertThat(children.vitals("a").orElseThrow().residentBytes()).isPositive();
        assertThat(children.vitals("a").orElseThrow().paused()).isFalse();
        assertThat(processes.tree(parent)).hasSize(2);
    }

    @Test
    void onlyTheDeadAreForgotten() throws InterruptedException {
        children.start("dead", Signal.TERM, "v1", Programs.shell(folder, "exit 3"));
        children.start("alive", Signal.TERM, "v1", Programs.sleeper(folder));
        assertThat(children.awaitEnd(List.of("dead"), GRACE)).isTrue();

        children.forgetTheDead();

        assertThat(registry.all()).extracting(Entry::name).containsExactly("alive");
    }

    private static String output(String... command) throws IOException {
        return new String(new ProcessBuilder(command).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
