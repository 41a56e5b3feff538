package timeline.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.identity.Secrets;
import timeline.local.Settings;
import timeline.local.StackException;
import timeline.local.Status;
import timeline.local.Status.State;
import timeline.local.Terminal;
import timeline.local.process.Children;
import timeline.local.process.Processes;
import timeline.local.process.Registry;
import timeline.local.process.Signal;
import timeline.testkit.Await;
import timeline.testkit.FreePorts;

/** The stack's life with small real processes in place of stores and services. */
class EmbeddedStackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> SECRETS = new HashMap<>();

    @TempDir
    Path home;

    private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(remarks, true, StandardCharsets.UTF_8),
            new PrintStream(remarks, true, StandardCharsets.UTF_8), System::nanoTime);
    private final List<Blueprint> components = new ArrayList<>();
    private final List<Settings> proofs = new ArrayList<>();
    private StackFolder folder;
    private EmbeddedStack stack;

    @BeforeAll
    static void secretsThatTakeAWhileToMake(@TempDir Path shared) throws IOException {
        Secrets.in(shared).generateMissing();
        try (Stream<Path> files = Files.list(shared)) {
            for (Path file : files.toList()) {
                SECRETS.put(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    @BeforeEach
    void twoComponents() throws IOException {
        folder = new StackFolder(home, home.resolve("state"));
        Files.createDirectories(folder.secrets());
        for (Map.Entry<String, String> secret : SECRETS.entrySet()) {
            Files.writeString(folder.secrets().resolve(secret.getKey()), secret.getValue());
        }
        components.add(new ListenerBlueprint("store", FreePorts.next(), folder));
        components.add(new ListenerBlueprint("service", "service", FreePorts.next(), Set.of("store"), folder, false));
        stack = launcher();
    }

    @AfterEach
    void stop() throws InterruptedException {
        launcher().down(true, terminal);
    }

    /** Another launcher on the same folder. */
    private EmbeddedStack launcher() {
        return new EmbeddedStack(folder, (settings, where) -> List.copyOf(components),
                (running, settings, line) -> proofs.add(settings));
    }

    @Test
    void isDownBeforeUp() {
        assertThat(stack.components()).isEmpty();
        assertThat(stack.status()).isEmpty();
        assertThatThrownBy(() -> stack.kill("store", "KILL")).isInstanceOf(StackException.class)
                .hasMessage("the stack is down: ./timeline up");
    }

    @Test
    void upStartsEverythingAndProvesThatItWorks() throws InterruptedException {
        assertThat(stack.up(Settings.DEFAULT, terminal)).isTrue();

        assertThat(states()).containsExactly(State.RUNNING, State.RUNNING);
        assertThat(proofs).hasSize(1);
        assertThat(stack.status("store").vitals()).isNotNull().satisfies(vitals -> {
            assertThat(vitals.pid()).isPositive();
            assertThat(vitals.residentBytes()).isPositive();
        });
    }

    @Test
    void aServiceIsStartedOnlyWhenWhatItNeedsIsReady() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);

        assertThat(remarks.toString(StandardCharsets.UTF_8)).containsSubsequence("store ready", "service ready");
    }

    @Test
    void upWhenUpDoesNothing() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);
        List<Status> before = stack.status();

        assertThat(launcher().up(Settings.DEFAULT, terminal)).isFalse();

        assertThat(pids(stack.status())).isEqualTo(pids(before));
        assertThat(proofs).hasSize(1);
    }

    @Test
    void upRepairsWhatWasKilledAndKeepsTheRest() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);
        long service = pid("service");
        stack.kill("store", "KILL");
        assertThat(states()).containsExactly(State.EXITED, State.RUNNING);

        assertThat(launcher().up(Settings.DEFAULT, terminal)).isTrue();

        assertThat(states()).containsExactly(State.RUNNING, State.RUNNING);
        assertThat(pid("service")).isEqualTo(service);
        assertThat(proofs).hasSize(2);
    }

    @Test
    void upLetsWhatWasPausedGoOn() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);
        stack.pause("store");
        Await.that("it is paused", () -> states().getFirst() == State.PAUSED);

        launcher().up(Settings.DEFAULT, terminal);

        assertThat(states()).containsExactly(State.RUNNING, State.RUNNING);
    }

    @Test
    void upStartsAnewWhatRunsInAnotherVersion() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);
        long service = pid("service");
        components.set(0, new ListenerBlueprint("store", FreePorts.next(), folder));

        assertThat(launcher().up(Settings.DEFAULT, terminal)).isTrue();

        assertThat(states()).containsExactly(State.RUNNING, State.RUNNING);
        assertThat(pid("service")).isEqualTo(service);
    }

    @Test
    void downStopsEverythingAndIsDoneAlsoWhenNothingRuns() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);
        long store = pid("store");

        launcher().down(false, terminal);
        launcher().down(false, terminal);

        assertThat(ProcessHandle.of(store).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(stack.components()).isEmpty();
        assertThat(folder.registry()).isEmptyDirectory();
    }

    @Test
    void downStopsWhatItDoesNotKnowFromTheSettings() throws InterruptedException, IOException {
        stack.up(Settings.DEFAULT, terminal);
        long store = pid("store");
        Files.delete(folder.settings());

        launcher().down(false, terminal);

        assertThat(ProcessHandle.of(store).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void downKeepsDataAndDownWithVolumesDoesNot() throws InterruptedException, IOException {
        stack.up(Settings.DEFAULT, terminal);
        Files.createDirectories(folder.data("store"));

        stack.down(false, terminal);
        assertThat(folder.data("store")).exists();
        assertThat(folder.secrets()).isNotEmptyDirectory();

        stack.down(true, terminal);
        assertThat(folder.data("store")).doesNotExist();
        assertThat(folder.secrets()).doesNotExist();
    }

    @Test
    void aComponentThatDiesWhileStartingIsExplainedAndNothingIsLeft() {
        components.set(1, new ListenerBlueprint("service", "service", FreePorts.next(), Set.of("store"), folder, true));

        assertThatThrownBy(() -> stack.up(Settings.DEFAULT, terminal)).isInstanceOf(StackException.class)
                .hasMessageContaining("service ended instead of becoming ready")
                .hasMessageContaining("my disk is full");

        assertThat(folder.registry()).isEmptyDirectory();
        assertThat(stack.components()).isEmpty();
    }

    @Test
    void aRepairThatFailsLeavesTheStackAsItWas() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);
        stack.kill("service", "KILL");
        int port = components.getLast().component().port();
        components.set(1, new ListenerBlueprint("service", "service", port, Set.of("store"), folder, true));

        assertThatThrownBy(() -> stack.up(Settings.DEFAULT, terminal)).isInstanceOf(StackException.class);

        assertThat(states()).containsExactly(State.RUNNING, State.EXITED);
    }

    @Test
    void whatAKilledLauncherLeftBehindIsTakenBackWhenItsSuccessorFails() throws IOException {
        folder.log("store").toFile().getParentFile().mkdirs();
        new Children(new Registry(folder.registry()), Processes.ofThisMachine()).start("store",
                Signal.TERM, components.getFirst().version(), components.getFirst().prepare());
        components.set(1, new ListenerBlueprint("service", "service", FreePorts.next(), Set.of(), folder, true));

        assertThatThrownBy(() -> stack.up(Settings.DEFAULT, terminal)).isInstanceOf(StackException.class);

        assertThat(folder.registry()).isEmptyDirectory();
    }

    @Test
    void aProofThatFailsTakesEverythingBack() {
        stack = new EmbeddedStack(folder, (settings, where) -> List.copyOf(components), (running, settings, line) -> {
            throw new StackException("the tweet did not arrive");
        });

        assertThatThrownBy(() -> stack.up(Settings.DEFAULT, terminal)).hasMessage("the tweet did not arrive");

        assertThat(folder.registry()).isEmptyDirectory();
    }

    @Test
    void aTakenPortIsNamedWithItsHolderBeforeAnythingIsStarted() throws IOException {
        int port = components.getLast().ports().getFirst();
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> stack.up(Settings.DEFAULT, terminal)).isInstanceOf(StackException.class)
                    .hasMessageContaining("port " + port).hasMessageContaining("service")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        assertThat(folder.log("store")).doesNotExist();
    }

    @Test
    void twoLaunchersAreNotAtWorkAtOnce() {
        try (StackLock _ = StackLock.take(folder.lock())) {
            assertThatThrownBy(() -> stack.up(Settings.DEFAULT, terminal)).isInstanceOf(StackException.class)
                    .hasMessageContaining("another ./timeline is at work").hasMessageContaining("pid");
        }
    }

    @Test
    void aKilledComponentIsGoneWhenKillReturnsAndStartsAgain() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);

        stack.kill("store", "SIGKILL");
        assertThat(stack.status("store").state()).isEqualTo(State.EXITED);
        assertThatThrownBy(() -> stack.kill("store", "KILL")).hasMessage("store is not running");

        stack.start("store");
        stack.awaitReady("store", PATIENCE);
        assertThat(stack.status("store").state()).isEqualTo(State.RUNNING);
        assertThatThrownBy(() -> stack.start("store")).hasMessage("store is running already");
    }

    @Test
    void aPausedComponentGoesOnWhenItIsUnpaused() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);

        stack.pause("store");
        Await.that("it is paused", () -> stack.status("store").state() == State.PAUSED);
        stack.unpause("store");

        stack.awaitReady("store", PATIENCE);
        Await.that("it runs", () -> stack.status("store").state() == State.RUNNING);
        assertThatThrownBy(() -> stack.unpause("store")).hasMessage("store is not paused");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() throws InterruptedException {
        stack.up(Settings.DEFAULT, terminal);

        assertThatThrownBy(() -> stack.pause("stor")).isInstanceOf(StackException.class)
                .hasMessage("there is no component stor, only store service");
        assertThatThrownBy(() -> stack.kill("store", "NOPE")).hasMessage("there is no signal NOPE");
    }

    @Test
    void theSettingsAreRememberedUntilDown() throws InterruptedException {
        stack.up(new Settings(true, OptionalLong.of(5), 0, Map.of("store", 1)), terminal);

        launcher().up(Settings.DEFAULT, terminal);

        assertThat(proofs).containsExactly(new Settings(true, OptionalLong.of(5), 0, Map.of("store", 1)));
        assertThatThrownBy(() -> launcher().up(new Settings(true, OptionalLong.empty(), 7, Map.of()), terminal))
                .hasMessage("the stack is up on other ports: ./timeline down first");
    }

    private List<State> states() {
        return stack.status().stream().map(Status::state).toList();
    }

    private static List<Long> pids(List<Status> all) {
        return all.stream().map(status -> Objects.requireNonNull(status.vitals()).pid()).toList();
    }

    private long pid(String name) {
        return Objects.requireNonNull(stack.status(name).vitals()).pid();
    }
}
